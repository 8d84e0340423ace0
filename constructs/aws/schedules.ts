import type { CfnNodegroup } from "aws-cdk-lib/aws-eks";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import { CfnSchedule, CfnScheduleGroup, type CfnScheduleProps } from "aws-cdk-lib/aws-scheduler";
import { CfnQueue, CfnQueuePolicy } from "aws-cdk-lib/aws-sqs";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { ScheduledSize } from "../../planner/plan/pool.ts";
import { denyPlainText, policyDocument, type Statement } from "./policy-document.ts";
import { roleProps } from "./role.ts";
import { type Transform, transformed } from "./transform.ts";

export interface ScheduledGroup {
  /** Option id or name of the system pool. */
  readonly id: string;
  readonly nodeGroup: CfnNodegroup;
  readonly schedule: readonly ScheduledSize[];
}

export interface SchedulesProps {
  readonly clusterName: string;
  readonly keyArn: string;
  readonly groups: readonly ScheduledGroup[];
  readonly transform?: { readonly schedule?: Transform<CfnScheduleProps> };
}

/** What a schedule calls, and with what. */
export interface ScheduledCall {
  readonly description: string;
  /** `service:operation` of the AWS SDK, for example `eks:updateNodegroupConfig`. */
  readonly operation: string;
  /** Keys start with a capital letter, whatever the service's own API writes: Scheduler refuses others. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly when: Pick<CfnScheduleProps, "scheduleExpression" | "startDate" | "endDate">;
}

/**
 * Sizes of node groups that change at a known time: raised when bought capacity begins, lowered before it ends and when
 * the environment expires. EventBridge Scheduler calls EKS itself and tries again for a day.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export class Schedules extends Construct {
  readonly group: CfnScheduleGroup;
  readonly role: CfnRole;
  /** Receives what could not be called in the end. */
  readonly deadLetters: CfnQueue;
  /** By `<group>-<schedule>`. */
  readonly schedules: ReadonlyMap<string, CfnSchedule>;
  private readonly props: SchedulesProps;

  constructor(scope: Construct, id: string, props: SchedulesProps) {
    super(scope, id);
    this.props = props;
    this.group = new CfnScheduleGroup(this, "Group");
    this.deadLetters = this.createDeadLetters();
    const groups = props.groups.filter(({ schedule }) => schedule.length > 0);
    this.role = this.createRole("Role", "Changes the sizes of node groups", [
      {
        Sid: "ChangeSizes",
        Effect: "Allow",
        Action: "eks:UpdateNodegroupConfig",
        Resource: groups.map(({ nodeGroup }) => nodeGroup.attrArn),
      },
    ]);
    this.schedules = new Map(groups.flatMap((group) => this.createSizes(group)));
  }

  /** A role that schedules of this group may take. */
  createRole(id: string, description: string, statements: readonly Statement[]): CfnRole {
    const common: Statement[] = [
      { Sid: "ReadInput", Effect: "Allow", Action: "kms:Decrypt", Resource: this.props.keyArn },
      { Sid: "KeepFailures", Effect: "Allow", Action: "sqs:SendMessage", Resource: this.deadLetters.attrArn },
    ];
    return new CfnRole(
      this,
      id,
      roleProps({
        service: "scheduler.amazonaws.com",
        description,
        sourceAccount: Stack.of(this).account,
        statements: [...statements.filter(({ Resource }) => Resource?.length !== 0), ...common],
      }),
    );
  }

  /** A schedule of this group that makes a call with the given role. */
  createSchedule(id: string, call: ScheduledCall, roleArn: string): CfnSchedule {
    return new CfnSchedule(
      this,
      id,
      transformed<CfnScheduleProps>(
        {
          description: call.description,
          groupName: this.group.ref,
          ...call.when,
          scheduleExpressionTimezone: "UTC",
          flexibleTimeWindow: { mode: "OFF" },
          kmsKeyArn: this.props.keyArn,
          target: {
            arn: `arn:${Stack.of(this).partition}:scheduler:::aws-sdk:${call.operation}`,
            roleArn,
            input: Stack.of(this).toJsonString(call.input),
            // A group that is being updated refuses a change: try for a day.
            retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86_400 },
            deadLetterConfig: { arn: this.deadLetters.attrArn },
          },
        },
        this.props.transform?.schedule,
      ),
    );
  }

  private createSizes({ id, nodeGroup, schedule }: ScheduledGroup): [string, CfnSchedule][] {
    return schedule.map((size) => [
      `${id}-${size.id}`,
      this.createSchedule(
        `${id}-${size.id}`,
        {
          description: size.reason.slice(0, 512),
          operation: "eks:updateNodegroupConfig",
          when: { scheduleExpression: once(size.at) },
          input: {
            ClusterName: this.props.clusterName,
            NodegroupName: nodeGroup.attrNodegroupName,
            ScalingConfig: {
              MinSize: size.min,
              DesiredSize: size.desired,
              MaxSize: Math.max(1, size.max),
            },
          },
        },
        this.role.attrArn,
      ),
    ]);
  }

  private createDeadLetters(): CfnQueue {
    const queue = new CfnQueue(this, "DeadLetters", {
      // The longest that SQS keeps messages: 14 days.
      messageRetentionPeriod: 1_209_600,
      sqsManagedSseEnabled: true,
    });
    new CfnQueuePolicy(this, "DeadLettersPolicy", {
      queues: [queue.ref],
      policyDocument: policyDocument(denyPlainText("sqs", "sqs:*", queue.attrArn)),
    });
    return queue;
  }
}

/** A single time, in the scheduler's spelling: UTC without a zone. */
function once(at: string): string {
  return `at(${utcSeconds(at)})`;
}

/** `2027-03-01T11:30:00` for an ISO time with any offset. */
export function utcSeconds(at: string): string {
  return new Date(at).toISOString().slice(0, "2027-03-01T11:30:00".length);
}
