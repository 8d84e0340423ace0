import { CustomResource, type CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { ComponentResourceOptions, ProviderResource, Resource } from "@pulumi/pulumi";
import type { GcpComputeClassPlan } from "../../planner/plan/gcp.ts";
import { Component, type Transform, transformed } from "../pulumi/index.ts";

export interface NodeProvisionerProps {
  readonly classes: readonly GcpComputeClassPlan[];
  /** Provider of the cluster's objects. */
  readonly provider: ProviderResource;
  /** Node pools that the classes name. */
  readonly after: readonly Resource[];
  readonly transform?: { readonly computeClass?: Transform<CustomResourceArgs> };
}

/**
 * The order in which the purchase options of an elastic pool are tried: GKE's autoscaler follows compute classes that
 * name the pool's own node pools and makes none itself.
 * https://docs.cloud.google.com/kubernetes-engine/docs/concepts/about-custom-compute-classes
 */
export class NodeProvisioner extends Component {
  /** By name. */
  readonly classes: ReadonlyMap<string, CustomResource>;

  constructor(name: string, props: NodeProvisionerProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:NodeProvisioner", name, options);
    this.classes = new Map(props.classes.map((plan) => [plan.name, this.createClass(plan, props)]));
    this.registerOutputs();
  }

  private createClass(plan: GcpComputeClassPlan, props: NodeProvisionerProps): CustomResource {
    return new CustomResource(
      this.childName(plan.name),
      transformed<CustomResourceArgs>(
        {
          apiVersion: "cloud.google.com/v1",
          kind: "ComputeClass",
          metadata: { name: plan.name },
          spec: {
            priorities: plan.priorities.map(({ nodePools }) => ({ nodepools: [...nodePools] })),
            whenUnsatisfiable: plan.whenUnsatisfiable,
            activeMigration: { optimizeRulePriority: plan.activeMigration },
            nodePoolAutoCreation: { enabled: false },
          },
        },
        props.transform?.computeClass,
      ),
      this.child({ provider: props.provider, dependsOn: [...props.after] }),
    );
  }
}
