import { CfnRole } from "aws-cdk-lib/aws-iam";
import type { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { CfnDocument, type CfnDocumentProps } from "aws-cdk-lib/aws-ssm";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { roleProps } from "./role.ts";
import { type Schedules, utcSeconds } from "./schedules.ts";
import { type Transform, transformed } from "./transform.ts";

export interface ExpiryProps {
  /** The cluster's name as text: it becomes part of a tag key. */
  readonly clusterName: string;
  /** ISO time from which on no node of an elastic pool may live. */
  readonly expiresAt: string;
  readonly schedules: Schedules;
  readonly transform?: { readonly document?: Transform<CfnDocumentProps> };
}

/**
 * Ends the spending of elastic pools when an environment expires. Managed groups go to zero by their own schedules, the
 * provisioner's among them; this removes the nodes that Karpenter leaves behind, several times over, so that none that
 * was just being launched stays. No code runs: it is a Systems Manager automation of two API calls.
 */
export class Expiry extends Construct {
  readonly document: CfnDocument;
  readonly automationRole: CfnRole;
  readonly schedule: CfnSchedule;

  constructor(scope: Construct, id: string, props: ExpiryProps) {
    super(scope, id);
    this.automationRole = this.createAutomationRole(props.clusterName);
    this.document = new CfnDocument(
      this,
      "Document",
      transformed<CfnDocumentProps>(
        {
          documentType: "Automation",
          documentFormat: "JSON",
          updateMethod: "NewVersion",
          content: automation(props.clusterName, this.automationRole.attrArn),
        },
        props.transform?.document,
      ),
    );
    this.schedule = this.createSchedule(props);
  }

  private createAutomationRole(clusterName: string): CfnRole {
    const { partition, region, account } = Stack.of(this);
    return new CfnRole(
      this,
      "AutomationRole",
      roleProps({
        service: "ssm.amazonaws.com",
        description: "Removes the nodes of elastic pools at expiry",
        sourceAccount: account,
        statements: [
          { Sid: "FindNodes", Effect: "Allow", Action: "ec2:DescribeInstances", Resource: "*" },
          {
            Sid: "RemoveNodes",
            Effect: "Allow",
            Action: "ec2:TerminateInstances",
            Resource: `arn:${partition}:ec2:${region}:${account}:instance/*`,
            Condition: {
              StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" },
              StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
            },
          },
        ],
      }),
    );
  }

  private createSchedule({ expiresAt, schedules }: ExpiryProps): CfnSchedule {
    const { partition, region, account } = Stack.of(this);
    const role = schedules.createRole("ExpiryRole", "Starts the expiry automation", [
      {
        Sid: "StartAutomation",
        Effect: "Allow",
        Action: "ssm:StartAutomationExecution",
        Resource: [
          `document/${this.document.ref}`,
          `automation-definition/${this.document.ref}:*`,
          "automation-execution/*",
        ].map((resource) => `arn:${partition}:ssm:${region}:${account}:${resource}`),
      },
      {
        Sid: "PassAutomationRole",
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: this.automationRole.attrArn,
        Condition: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
      },
    ]);
    const hours = 3;
    const end = new Date(Date.parse(expiresAt) + hours * 3_600_000).toISOString();
    return schedules.createSchedule(
      "expire-elastic",
      {
        description: "Removes the nodes of elastic pools at expiry",
        operation: "ssm:startAutomationExecution",
        when: {
          scheduleExpression: "rate(15 minutes)",
          startDate: `${utcSeconds(expiresAt)}.000Z`,
          endDate: `${utcSeconds(end)}.000Z`,
        },
        input: { DocumentName: this.document.ref },
      },
      role.attrArn,
    );
  }
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeawsapi.html */
function automation(clusterName: string, assumeRole: string) {
  return {
    schemaVersion: "0.3",
    description: `Removes the nodes that Karpenter launched for ${clusterName}`,
    assumeRole,
    mainSteps: [
      {
        name: "findNodes",
        action: "aws:executeAwsApi",
        inputs: {
          Service: "ec2",
          Api: "DescribeInstances",
          Filters: [
            { Name: `tag:kubernetes.io/cluster/${clusterName}`, Values: ["owned"] },
            { Name: "tag-key", Values: ["karpenter.sh/nodepool"] },
            { Name: "instance-state-name", Values: ["pending", "running", "stopping", "stopped"] },
          ],
        },
        outputs: [
          { Name: "InstanceIds", Selector: "$.Reservations..Instances..InstanceId", Type: "StringList" },
        ],
        nextStep: "removeNodes",
      },
      {
        name: "removeNodes",
        action: "aws:executeAwsApi",
        // With no node left the call is refused, which is what was wanted.
        onFailure: "Continue",
        isCritical: false,
        isEnd: true,
        inputs: {
          Service: "ec2",
          Api: "TerminateInstances",
          InstanceIds: "{{ findNodes.InstanceIds }}",
        },
      },
    ],
  };
}
