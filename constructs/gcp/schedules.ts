import { Job, type JobArgs } from "@pulumi/gcp/cloudscheduler/index.js";
import { IAMCustomRole, type IAMCustomRoleArgs, IAMMember } from "@pulumi/gcp/projects/index.js";
import { Account, type AccountArgs } from "@pulumi/gcp/serviceaccount/index.js";
import { type ComponentResourceOptions, type Input, interpolate, type Resource } from "@pulumi/pulumi";
import type { GcpScheduledCallPlan } from "../../planner/plan/gcp.ts";
import { Component, type Transform, transformed } from "../pulumi/index.ts";
import { cloudPlatform } from "./cluster-settings.ts";
import { resourceName } from "./resource-name.ts";
import { accountEmail, accountMember } from "./service-account.ts";

export interface SchedulesProps {
  readonly environment: string;
  readonly region: string;
  readonly project: Input<string>;
  readonly clusterId: Input<string>;
  readonly calls: readonly GcpScheduledCallPlan[];
  /** Of the custom role that makes the calls. */
  readonly permissions: readonly string[];
  /** Node pools that the calls change. */
  readonly after: readonly Resource[];
  readonly transform?: {
    readonly job?: Transform<JobArgs>;
    readonly account?: Transform<AccountArgs>;
    readonly role?: Transform<IAMCustomRoleArgs>;
  };
}

/**
 * Sizes of node pools that change at a known time: raised when bought capacity begins, lowered before it ends and when
 * the environment expires. Cloud Scheduler calls GKE's own API: no code of anybody's runs.
 * https://docs.cloud.google.com/scheduler/docs/http-target-auth
 */
export class Schedules extends Component {
  readonly account: Account;
  readonly role: IAMCustomRole;
  readonly grant: IAMMember;
  /** By id in the plan. */
  readonly jobs: ReadonlyMap<string, Job>;

  constructor(name: string, props: SchedulesProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Schedules", name, options);
    this.account = this.createAccount(props);
    this.role = this.createRole(props);
    this.grant = new IAMMember(
      this.childName("grant"),
      {
        project: props.project,
        role: interpolate`projects/${props.project}/roles/${this.role.roleId}`,
        member: accountMember(this.account, props.project),
      },
      this.child(),
    );
    this.jobs = new Map(props.calls.map((call) => [call.id, this.createJob(call, props)]));
    this.registerOutputs();
  }

  private createAccount({ environment, project, transform }: SchedulesProps): Account {
    return new Account(
      this.childName("account"),
      transformed<AccountArgs>(
        {
          accountId: resourceName([environment, "schedules"], 30),
          project,
          displayName: `${environment}: changes the sizes of node pools at planned times`,
        },
        transform?.account,
      ),
      this.child(),
    );
  }

  private createRole({ environment, project, permissions, transform }: SchedulesProps): IAMCustomRole {
    return new IAMCustomRole(
      this.childName("role"),
      transformed<IAMCustomRoleArgs>(
        {
          // Ids of roles have no hyphens. https://docs.cloud.google.com/iam/docs/creating-custom-roles
          roleId: resourceName([environment, "schedules"], 64).replaceAll("-", "_"),
          project,
          title: `${environment}: sizes of node pools`,
          permissions: [...permissions],
        },
        transform?.role,
      ),
      this.child(),
    );
  }

  private createJob(call: GcpScheduledCallPlan, props: SchedulesProps): Job {
    const { environment, region, project, clusterId, transform } = props;
    return new Job(
      this.childName(call.id),
      transformed<JobArgs>(
        {
          name: resourceName([environment, call.id]),
          project,
          region,
          description: call.reason,
          schedule: call.cron,
          timeZone: "Etc/UTC",
          httpTarget: {
            uri: interpolate`https://container.googleapis.com/v1/${clusterId}/nodePools/${call.nodePool}:${call.method}`,
            httpMethod: "POST",
            headers: { "Content-Type": "application/json" },
            body: Buffer.from(JSON.stringify(call.body)).toString("base64"),
            oauthToken: { serviceAccountEmail: accountEmail(this.account, project), scope: cloudPlatform },
          },
          retryConfig: { retryCount: call.attempts },
        },
        transform?.job,
      ),
      this.child({ dependsOn: [this.grant, ...props.after] }),
    );
  }
}
