import { Extension, type ExtensionArgs } from "@pulumi/azure-native/kubernetesconfiguration/extension.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { AzureClusterPlan } from "../../planner/plan/azure.ts";
import { type Transform, transformed } from "./transform.ts";

export interface OrchestrationProps {
  readonly resourceGroupName: Input<string>;
  readonly clusterName: Input<string>;
  readonly extensions: AzureClusterPlan["extensions"];
  readonly transform?: { readonly extension?: Transform<ExtensionArgs> };
}

/** The cluster's extensions, which Azure installs from inside: so the API can stay private. */
export class Orchestration extends ComponentResource {
  /** By name. */
  readonly extensions: ReadonlyMap<string, Extension>;

  constructor(name: string, props: OrchestrationProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Orchestration", name, {}, options);
    this.extensions = new Map(
      props.extensions.map((extension) => [
        extension.name,
        new Extension(
          `${name}-${extension.name}`,
          transformed<ExtensionArgs>(
            {
              resourceGroupName: props.resourceGroupName,
              clusterRp: "Microsoft.ContainerService",
              clusterResourceName: "managedClusters",
              clusterName: props.clusterName,
              extensionName: extension.name,
              extensionType: extension.type,
              autoUpgradeMinorVersion: true,
            },
            props.transform?.extension,
          ),
          { parent: this },
        ),
      ]),
    );
    this.registerOutputs();
  }
}
