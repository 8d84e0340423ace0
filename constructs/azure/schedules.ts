import type {
  RoleAssignment,
  RoleAssignmentArgs,
} from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Workflow, type WorkflowArgs } from "@pulumi/azure-native/logic/workflow.js";
import {
  UserAssignedIdentity,
  type UserAssignedIdentityArgs,
} from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { ComponentResource, type ComponentResourceOptions, type Input, output } from "@pulumi/pulumi";
import type { AzureGuardrailsPlan } from "../../planner/plan/azure.ts";
import { resizeWorkflow } from "./resize-workflow.ts";
import { grantRole } from "./role.ts";
import { stopWorkflow } from "./stop-workflow.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";
import type { WorkflowTarget } from "./workflow-definition.ts";

export interface SchedulesProps extends AzureSurroundings {
  /** Name of the environment. */
  readonly name: string;
  readonly subscriptionId: Input<string>;
  readonly clusterId: Input<string>;
  readonly schedules: AzureGuardrailsPlan["schedules"];
  /** ISO time at which the whole cluster stops; `null`: never. */
  readonly stopClusterAt: string | null;
  readonly transform?: {
    readonly identity?: Transform<UserAssignedIdentityArgs>;
    readonly roleAssignment?: Transform<RoleAssignmentArgs>;
    readonly workflow?: Transform<WorkflowArgs>;
  };
}

/**
 * Sizes of agent pools that change at a known time: raised when bought capacity begins, lowered before it ends and when
 * the environment expires. Logic Apps call the resource manager themselves and try again for half a day.
 */
export class Schedules extends ComponentResource {
  /** May change the cluster, and nothing else. */
  readonly identity: UserAssignedIdentity;
  readonly grant: RoleAssignment;
  /** By the plan's id, and `stop-cluster`. */
  readonly workflows: ReadonlyMap<string, Workflow>;

  constructor(name: string, props: SchedulesProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Schedules", name, {}, options);
    this.identity = new UserAssignedIdentity(
      `${name}-identity`,
      transformed<UserAssignedIdentityArgs>(
        { ...placed(props), resourceName: `${props.name}-schedules` },
        props.transform?.identity,
      ),
      { parent: this },
    );
    this.grant = grantRole(this, `${name}-resize`, {
      subscriptionId: props.subscriptionId,
      role: "Azure Kubernetes Service Contributor Role",
      scope: props.clusterId,
      principalId: this.identity.principalId,
      principalType: "ServicePrincipal",
      description: "Schedules change the sizes of agent pools",
      transform: props.transform?.roleAssignment,
    });
    const { schedules, stopClusterAt } = props;
    const resize = schedules.map((schedule): [string, Workflow] => [
      schedule.id,
      this.createWorkflow(schedule.id, props, (target) => resizeWorkflow(schedule, target)),
    ]);
    const stop: [string, Workflow][] =
      stopClusterAt === null
        ? []
        : [
            [
              "stop-cluster",
              this.createWorkflow("stop-cluster", props, (target) => stopWorkflow(stopClusterAt, target)),
            ],
          ];
    this.workflows = new Map([...resize, ...stop]);
    this.registerOutputs();
  }

  private createWorkflow(
    id: string,
    props: SchedulesProps,
    define: (target: WorkflowTarget) => object,
  ): Workflow {
    return new Workflow(
      id,
      transformed<WorkflowArgs>(
        {
          ...placed(props),
          workflowName: `${props.name}-${id}`,
          state: "Enabled",
          identity: { type: "UserAssigned", userAssignedIdentities: [this.identity.id] },
          definition: output([props.clusterId, this.identity.id]).apply(([clusterId = "", identityId = ""]) =>
            define({ clusterId, identityId }),
          ),
        },
        props.transform?.workflow,
      ),
      { parent: this, dependsOn: [this.grant] },
    );
  }
}
