import { Workspace, type WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface ObservabilityProps extends AzureSurroundings {
  /** Name of the environment. */
  readonly name: string;
  readonly retentionDays: number;
  readonly transform?: { readonly workspace?: Transform<WorkspaceArgs> };
}

/** Where logs go, and no longer than wanted. */
export class Observability extends ComponentResource {
  readonly workspace: Workspace;

  constructor(name: string, props: ObservabilityProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Observability", name, {}, options);
    this.workspace = new Workspace(
      `${name}-workspace`,
      transformed<WorkspaceArgs>(
        {
          ...placed(props),
          workspaceName: `${props.name}-logs`,
          sku: { name: "PerGB2018" },
          retentionInDays: props.retentionDays,
          // Rights in the workspace follow the rights on what the logs are about.
          features: { enableLogAccessUsingOnlyResourcePermissions: true, disableLocalAuth: true },
        },
        props.transform?.workspace,
      ),
      { parent: this },
    );
    this.registerOutputs();
  }
}
