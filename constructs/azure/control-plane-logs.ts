import {
  DiagnosticSetting,
  type DiagnosticSettingArgs,
} from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { type Transform, transformed } from "./transform.ts";

export interface ControlPlaneLogsProps {
  readonly clusterId: Input<string>;
  readonly workspaceId: Input<string>;
  /** Azure's own categories: `kube-audit-admin`, `guard`. */
  readonly categories: readonly string[];
  readonly transform?: { readonly setting?: Transform<DiagnosticSettingArgs> };
}

/** Sends what the control plane writes to the environment's workspace, into tables of its own. */
export class ControlPlaneLogs extends ComponentResource {
  readonly setting: DiagnosticSetting;

  constructor(name: string, props: ControlPlaneLogsProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:ControlPlaneLogs", name, {}, options);
    this.setting = new DiagnosticSetting(
      `${name}-setting`,
      transformed<DiagnosticSettingArgs>(
        {
          name: "engineroom",
          resourceUri: props.clusterId,
          workspaceId: props.workspaceId,
          logAnalyticsDestinationType: "Dedicated",
          logs: props.categories.map((category) => ({ category, enabled: true })),
        },
        props.transform?.setting,
      ),
      { parent: this },
    );
    this.registerOutputs();
  }
}
