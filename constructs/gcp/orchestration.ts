import { CustomResource, type CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import type { GcpFabricNetworkPlan, GcpFabricSubnetPlan } from "../../planner/plan/gcp.ts";
import { Component, type Transform, transformed } from "../pulumi/index.ts";
import { kubeconfig } from "./kubeconfig.ts";

export interface OrchestrationProps {
  readonly clusterName: Output<string>;
  /** The control plane's DNS endpoint: it reaches a private API, and IAM decides who may. */
  readonly endpoint: Output<string>;
  readonly fabric: readonly GcpFabricNetworkPlan[];
  readonly transform?: { readonly object?: Transform<CustomResourceArgs> };
}

/**
 * The way to the cluster's API, and what pods need to ask for the fabric's interfaces: a `Network` with its parameters
 * for every subnet. https://docs.cloud.google.com/kubernetes-engine/docs/how-to/setup-multinetwork-support-for-pods
 */
export class Orchestration extends Component {
  /** For other objects of the cluster. */
  readonly provider: Provider;
  /** By name of the `Network`. */
  readonly networks: ReadonlyMap<string, CustomResource>;

  constructor(name: string, props: OrchestrationProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Orchestration", name, options);
    this.provider = new Provider(
      this.childName("kubernetes"),
      { kubeconfig: kubeconfig(props.clusterName, props.endpoint) },
      { parent: this },
    );
    this.networks = new Map(
      props.fabric.flatMap((network) =>
        network.subnets.flatMap((subnet) => this.createNetwork(network, subnet, props)),
      ),
    );
    this.registerOutputs();
  }

  private createNetwork(
    network: GcpFabricNetworkPlan,
    subnet: GcpFabricSubnetPlan,
    props: OrchestrationProps,
  ): [string, CustomResource][] {
    const { kubernetesNetwork: name } = subnet;
    if (name === null) return [];
    const parameters = this.createObject(`${name}-parameters`, props, {
      apiVersion: "networking.gke.io/v1",
      kind: "GKENetworkParamSet",
      metadata: { name },
      spec: { vpc: network.name, vpcSubnet: subnet.name, deviceMode: subnet.deviceMode },
    });
    const object = this.createObject(
      name,
      props,
      {
        apiVersion: "networking.gke.io/v1",
        kind: "Network",
        metadata: { name },
        spec: {
          type: "Device",
          parametersRef: { group: "networking.gke.io", kind: "GKENetworkParamSet", name },
        },
      },
      [parameters],
    );
    return [[name, object]];
  }

  private createObject(
    id: string,
    { transform }: OrchestrationProps,
    args: CustomResourceArgs,
    dependsOn: CustomResource[] = [],
  ): CustomResource {
    return new CustomResource(
      this.childName(id),
      transformed<CustomResourceArgs>(args, transform?.object),
      this.child({ provider: this.provider, dependsOn }),
    );
  }
}
