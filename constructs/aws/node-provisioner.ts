import { CfnAccessEntry, CfnPodIdentityAssociation } from "aws-cdk-lib/aws-eks";
import { CfnRule } from "aws-cdk-lib/aws-events";
import { CfnInstanceProfile, CfnRole, type CfnRoleProps } from "aws-cdk-lib/aws-iam";
import { CfnQueue, CfnQueuePolicy, type CfnQueueProps } from "aws-cdk-lib/aws-sqs";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { ClusterPlan } from "../../planner/plan/cluster.ts";
import { karpenterStatements } from "./karpenter-policy.ts";
import { denyPlainText, policyDocument } from "./policy-document.ts";
import { roleProps } from "./role.ts";
import { type Transform, transformed } from "./transform.ts";

export interface NodeProvisionerProps {
  readonly plan: NonNullable<ClusterPlan["karpenter"]>;
  /** The cluster's name as text, and as a reference that makes it be created first. */
  readonly cluster: { readonly name: string; readonly clusterName: string; readonly clusterArn: string };
  /** Rights of the nodes: the same as those of managed groups. */
  readonly nodePolicyArns: readonly string[];
  /** ISO time after which nothing may be launched any more; `null` = no end. */
  readonly expiresAt: string | null;
  /** Whether some elastic pool buys spot, which takes a role that a new account does not have. */
  readonly spot: boolean;
  readonly transform?: {
    readonly controllerRole?: Transform<CfnRoleProps>;
    readonly nodeRole?: Transform<CfnRoleProps>;
    readonly queue?: Transform<CfnQueueProps>;
  };
}

/** What Karpenter needs in the account to run elastic pools: rights, a role for its nodes, and news of interruptions. */
export class NodeProvisioner extends Construct {
  readonly controllerRole: CfnRole;
  readonly association: CfnPodIdentityAssociation;
  readonly nodeRole: CfnRole;
  readonly instanceProfile: CfnInstanceProfile;
  readonly accessEntry: CfnAccessEntry;
  readonly queue: CfnQueue;
  readonly queuePolicy: CfnQueuePolicy;
  readonly rules: ReadonlyMap<string, CfnRule>;

  constructor(scope: Construct, id: string, props: NodeProvisionerProps) {
    super(scope, id);
    this.nodeRole = this.createNodeRole(props);
    // Made here, so that the controller needs no right to make any.
    this.instanceProfile = new CfnInstanceProfile(this, "InstanceProfile", { roles: [this.nodeRole.ref] });
    this.accessEntry = new CfnAccessEntry(this, "NodeAccess", {
      clusterName: props.cluster.clusterName,
      principalArn: this.nodeRole.attrArn,
      type: "EC2_LINUX",
    });
    this.queue = this.createQueue(props);
    this.rules = new Map(
      Object.entries(interruptions).map(([name, news]) => [name, this.createRule(name, news)]),
    );
    this.queuePolicy = this.admitRules();
    this.controllerRole = this.createControllerRole(props);
    this.association = new CfnPodIdentityAssociation(this, "ControllerIdentity", {
      clusterName: props.cluster.clusterName,
      namespace: props.plan.namespace,
      serviceAccount: props.plan.serviceAccount,
      roleArn: this.controllerRole.attrArn,
    });
  }

  private createNodeRole({ nodePolicyArns, transform }: NodeProvisionerProps): CfnRole {
    const role = roleProps({
      service: "ec2.amazonaws.com",
      description: "Nodes of elastic pools",
      managedPolicyArns: nodePolicyArns,
    });
    return new CfnRole(this, "NodeRole", transformed(role, transform?.nodeRole));
  }

  private createQueue({ transform }: NodeProvisionerProps): CfnQueue {
    return new CfnQueue(
      this,
      "Interruptions",
      transformed<CfnQueueProps>(
        // News of an interruption is worthless after a few minutes.
        { messageRetentionPeriod: 300, sqsManagedSseEnabled: true },
        transform?.queue,
      ),
    );
  }

  private createRule(name: string, news: Interruption): CfnRule {
    return new CfnRule(this, name, {
      description: news.description,
      eventPattern: { source: [news.source], "detail-type": [news.detailType] },
      targets: [{ id: "Interruptions", arn: this.queue.attrArn }],
    });
  }

  private admitRules(): CfnQueuePolicy {
    return new CfnQueuePolicy(this, "InterruptionsPolicy", {
      queues: [this.queue.ref],
      policyDocument: policyDocument(
        {
          Sid: "Rules",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: this.queue.attrArn,
          Condition: {
            ArnEquals: { "aws:SourceArn": [...this.rules.values()].map(({ attrArn }) => attrArn) },
          },
        },
        denyPlainText("sqs", "sqs:*", this.queue.attrArn),
      ),
    });
  }

  private createControllerRole({ cluster, expiresAt, spot, transform }: NodeProvisionerProps): CfnRole {
    const role = roleProps({
      service: "pods.eks.amazonaws.com",
      description: "Karpenter's controller",
      statements: karpenterStatements(Stack.of(this), {
        clusterName: cluster.name,
        clusterArn: cluster.clusterArn,
        nodeRoleArn: this.nodeRole.attrArn,
        queueArn: this.queue.attrArn,
        expiresAt,
        spot,
      }),
    });
    return new CfnRole(this, "ControllerRole", transformed(role, transform?.controllerRole));
  }
}

interface Interruption {
  readonly description: string;
  readonly source: string;
  readonly detailType: string;
}

/** https://karpenter.sh/docs/concepts/disruption/#interruption */
const interruptions: Readonly<Record<string, Interruption>> = {
  SpotInterruption: {
    description: "A spot node goes in two minutes",
    source: "aws.ec2",
    detailType: "EC2 Spot Instance Interruption Warning",
  },
  Rebalance: {
    description: "A spot node is likely to go",
    source: "aws.ec2",
    detailType: "EC2 Instance Rebalance Recommendation",
  },
  StateChange: {
    description: "A node stops or terminates",
    source: "aws.ec2",
    detailType: "EC2 Instance State-change Notification",
  },
  Health: {
    description: "AWS plans maintenance of a node",
    source: "aws.health",
    detailType: "AWS Health Event",
  },
  CapacityReservation: {
    description: "An interruptible capacity reservation is taken back",
    source: "aws.ec2",
    detailType: "EC2 Capacity Reservation Instance Interruption Warning",
  },
};
