import { CfnBudget, type CfnBudgetProps } from "aws-cdk-lib/aws-budgets";
import { CfnTrail, type CfnTrailProps } from "aws-cdk-lib/aws-cloudtrail";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import { CfnLogGroup } from "aws-cdk-lib/aws-logs";
import { CfnTopic, CfnTopicPolicy, type CfnTopicProps } from "aws-cdk-lib/aws-sns";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { GuardrailsPlan } from "../../planner/plan/guardrails.ts";
import type { LogBucket } from "./log-bucket.ts";
import { denyPlainText, policyDocument } from "./policy-document.ts";
import { roleProps } from "./role.ts";
import { type Transform, transformed } from "./transform.ts";

export interface GuardrailsProps {
  readonly name: string;
  readonly plan: GuardrailsPlan;
  readonly keyArn: string;
  readonly logBucket: LogBucket;
  readonly logRetentionDays: number;
  readonly transform?: {
    readonly topic?: Transform<CfnTopicProps>;
    readonly budget?: Transform<CfnBudgetProps>;
    readonly trail?: Transform<CfnTrailProps>;
  };
}

/** Watches money and deeds: a budget that alerts, and an audit trail. Time is watched by `Expiry`. */
export class Guardrails extends Construct {
  readonly alerts: CfnTopic | undefined;
  readonly budget: CfnBudget | undefined;
  readonly trail: CfnTrail | undefined;
  readonly trailLogs: CfnLogGroup | undefined;

  constructor(scope: Construct, id: string, props: GuardrailsProps) {
    super(scope, id);
    if (props.plan.budget !== null) {
      this.alerts = this.createAlerts(props);
      this.budget = this.createBudget(props, props.plan.budget, this.alerts);
    }
    if (props.plan.auditTrail) {
      this.trailLogs = new CfnLogGroup(this, "TrailLogs", {
        retentionInDays: props.logRetentionDays,
        kmsKeyId: props.keyArn,
      });
      this.trail = this.createTrail(props, this.trailLogs);
    }
  }

  private createAlerts({ keyArn, transform }: GuardrailsProps): CfnTopic {
    const topic = new CfnTopic(
      this,
      "Alerts",
      transformed<CfnTopicProps>({ kmsMasterKeyId: keyArn }, transform?.topic),
    );
    new CfnTopicPolicy(this, "AlertsPolicy", {
      topics: [topic.ref],
      policyDocument: policyDocument(
        {
          Sid: "Budgets",
          Effect: "Allow",
          Principal: { Service: "budgets.amazonaws.com" },
          Action: "sns:Publish",
          Resource: topic.ref,
          Condition: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
        },
        denyPlainText("sns", "sns:Publish", topic.ref),
      ),
    });
    return topic;
  }

  /** Counts what carries the environment's tag: it must be activated once as a cost allocation tag of the account. */
  private createBudget(
    { name, transform }: GuardrailsProps,
    plan: NonNullable<GuardrailsPlan["budget"]>,
    alerts: CfnTopic,
  ): CfnBudget {
    const subscribers = [
      { subscriptionType: "SNS", address: alerts.ref },
      ...(plan.email === null ? [] : [{ subscriptionType: "EMAIL", address: plan.email }]),
    ];
    return new CfnBudget(
      this,
      "Budget",
      transformed<CfnBudgetProps>(
        {
          budget: {
            budgetType: "COST",
            timeUnit: "MONTHLY",
            budgetLimit: { amount: plan.usdPerMonth, unit: "USD" },
            costFilters: { TagKeyValue: [`user:engineroom:environment$${name}`] },
          },
          notificationsWithSubscribers: plan.alertAtPercent.map((threshold) => ({
            notification: {
              notificationType: "ACTUAL",
              comparisonOperator: "GREATER_THAN",
              threshold,
              thresholdType: "PERCENTAGE",
            },
            subscribers,
          })),
        },
        transform?.budget,
      ),
    );
  }

  private createTrail({ keyArn, logBucket, transform }: GuardrailsProps, logs: CfnLogGroup): CfnTrail {
    const writer = new CfnRole(
      this,
      "TrailRole",
      roleProps({
        service: "cloudtrail.amazonaws.com",
        description: "Writes the audit trail to its log group",
        statements: [
          {
            Sid: "WriteTrail",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: logs.attrArn,
          },
        ],
      }),
    );
    const trail = new CfnTrail(
      this,
      "Trail",
      transformed<CfnTrailProps>(
        {
          isLogging: true,
          isMultiRegionTrail: true,
          includeGlobalServiceEvents: true,
          enableLogFileValidation: true,
          kmsKeyId: keyArn,
          s3BucketName: logBucket.bucketName,
          cloudWatchLogsLogGroupArn: logs.attrArn,
          cloudWatchLogsRoleArn: writer.attrArn,
        },
        transform?.trail,
      ),
    );
    // CloudTrail tries the bucket when the trail is made.
    trail.addResourceDependency(logBucket.bucket.policy);
    return trail;
  }
}
