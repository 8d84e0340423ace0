import { CfnAddon, type CfnAddonProps } from "aws-cdk-lib/aws-eks";
import type { CfnResource } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { AddonPlan } from "../../planner/plan/cluster.ts";
import { type Transform, transformed } from "./transform.ts";

export interface OrchestrationProps {
  readonly clusterName: string;
  readonly addons: readonly AddonPlan[];
  /** Role of an add-on's service account, by add-on name. */
  readonly roleArn: (addon: string) => string | undefined;
  readonly transform?: { readonly addon?: Transform<CfnAddonProps> };
}

/**
 * The cluster's managed add-ons, in two waves: what nodes need to become ready (network, proxy, pod identity) before
 * them, the rest once there are nodes to run on.
 */
export class Orchestration extends Construct {
  /** By add-on name. */
  readonly addons: ReadonlyMap<string, CfnAddon>;
  private readonly beforeNodes: readonly CfnAddon[];
  private readonly afterNodes: readonly CfnAddon[];

  constructor(scope: Construct, id: string, props: OrchestrationProps) {
    super(scope, id);
    const created = props.addons.map((plan) => ({ plan, addon: this.createAddon(plan, props) }));
    this.addons = new Map(created.map(({ plan, addon }) => [plan.name, addon]));
    this.beforeNodes = created.filter(({ plan }) => !plan.needsNodes).map(({ addon }) => addon);
    this.afterNodes = created.filter(({ plan }) => plan.needsNodes).map(({ addon }) => addon);
  }

  /** Makes nodes wait for what they need to become ready. */
  prepare(nodeGroup: CfnResource): void {
    for (const addon of this.beforeNodes) nodeGroup.addResourceDependency(addon);
  }

  /** Makes the other add-ons wait for the nodes that they run on. */
  runOn(nodeGroup: CfnResource): void {
    for (const addon of this.afterNodes) addon.addResourceDependency(nodeGroup);
  }

  private createAddon(plan: AddonPlan, props: OrchestrationProps): CfnAddon {
    const { serviceAccount } = plan;
    const roleArn = props.roleArn(plan.name);
    return new CfnAddon(
      this,
      plan.name,
      transformed<CfnAddonProps>(
        {
          clusterName: props.clusterName,
          addonName: plan.name,
          addonVersion: plan.version ?? undefined,
          configurationValues: plan.configuration === null ? undefined : JSON.stringify(plan.configuration),
          podIdentityAssociations:
            serviceAccount === null || roleArn === undefined ? undefined : [{ serviceAccount, roleArn }],
          // What people changed in the cluster gives way to the plan.
          // https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateAddon.html
          resolveConflicts: "OVERWRITE",
        },
        props.transform?.addon,
      ),
    );
  }
}
