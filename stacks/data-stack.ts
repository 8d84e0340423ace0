import { Token } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { Encryption } from "../constructs/aws/encryption.ts";
import { Fabric } from "../constructs/aws/fabric.ts";
import { Guardrails } from "../constructs/aws/guardrails.ts";
import { LogBucket } from "../constructs/aws/log-bucket.ts";
import { Network } from "../constructs/aws/network.ts";
import { Observability } from "../constructs/aws/observability.ts";
import { SharedStorage } from "../constructs/aws/shared-storage.ts";
import type { S3Plan, StoragePlan } from "../planner/plan/storage.ts";
import { awsNetwork } from "./aws-network.ts";
import { EnvironmentStack, type EnvironmentStackProps } from "./environment-stack.ts";
import { output, outputId } from "./output.ts";

/** What outlives the cluster: network, key, buckets, logs, budget and audit trail. */
export class DataStack extends EnvironmentStack {
  readonly encryption: Encryption;
  readonly network: Network;
  readonly fabric: Fabric;
  readonly logBucket: LogBucket;
  readonly observability: Observability;
  readonly storage: SharedStorage;
  readonly guardrails: Guardrails;

  constructor(scope: Construct, props: EnvironmentStackProps) {
    super(scope, "data", { ...props, terminationProtection: props.plan.guardrails.protectData });
    this.encryption = this.createEncryption();
    this.network = this.createNetwork();
    this.fabric = this.createFabric();
    this.logBucket = new LogBucket(this, "LogBucket", { transform: this.transform.logBucket });
    this.observability = this.createObservability();
    this.storage = this.createBuckets();
    this.guardrails = this.createGuardrails();
    this.offer();
    this.describe();
  }

  private createEncryption(): Encryption {
    const { name, guardrails, storage } = this.plan;
    return new Encryption(this, "Encryption", {
      name,
      keyArn: guardrails.kmsKeyArn,
      fsxReadsBuckets: storage.some(
        (each) => each.product === "fsx-lustre" && each.existing === null && each.source !== null,
      ),
      transform: this.transform.encryption,
    });
  }

  private createNetwork(): Network {
    const plan = awsNetwork(this.plan);
    return new Network(this, "Network", { name: this.plan.name, plan, transform: this.transform.network });
  }

  private createFabric(): Fabric {
    return new Fabric(this, "Fabric", { vpcId: this.network.vpcId, transform: this.transform.fabric });
  }

  private createObservability(): Observability {
    const { cluster } = this.plan;
    const network = awsNetwork(this.plan);
    return new Observability(this, "Observability", {
      keyArn: this.encryption.keyArn,
      retentionDays: cluster.logRetentionDays,
      clusterName: cluster.existing === null ? cluster.name : null,
      // An existing network is never changed, and a flow log would be a change.
      flowLogsOf: network.flowLogs && network.existing === null ? this.network.vpcId : null,
      transform: this.transform.observability,
    });
  }

  private createBuckets(): SharedStorage {
    return new SharedStorage(this, "Storage", {
      buckets: {
        plans: this.plan.storage.filter(isBucket),
        keyArn: this.encryption.keyArn,
        logBucketName: this.logBucket.bucketName,
      },
      transform: this.transform.storage,
    });
  }

  private createGuardrails(): Guardrails {
    return new Guardrails(this, "Guardrails", {
      name: this.plan.name,
      plan: this.plan.guardrails,
      keyArn: this.encryption.keyArn,
      logBucket: this.logBucket,
      logRetentionDays: this.plan.cluster.logRetentionDays,
      transform: this.transform.guardrails,
    });
  }

  /** Exports what other stacks may refer to, used or not: an export that comes and goes would block updates. */
  private offer(): void {
    const { vpcId, nodeSubnets, routeTableIds, nodesSecurityGroup } = this.network;
    const subnetIds = nodeSubnets.map(({ id }) => id);
    const groupIds = [nodesSecurityGroup.groupId, this.fabric.securityGroupId];
    for (const value of [vpcId, ...subnetIds, ...routeTableIds, ...groupIds, this.encryption.keyArn]) {
      if (Token.isUnresolved(value)) this.exportValue(value);
    }
  }

  private describe(): void {
    output(this, "VpcId", "Network of the environment", this.network.vpcId);
    const { nodesSecurityGroup } = this.network;
    output(this, "NodesSecurityGroupId", "Group of every node", nodesSecurityGroup.groupId);
    output(this, "FabricSecurityGroupId", "Group of nodes with a fabric", this.fabric.securityGroupId);
    output(this, "KeyArn", "Key that data, secrets and logs are encrypted with", this.encryption.keyArn);
    output(this, "LogBucketName", "Bucket with access logs and the audit trail", this.logBucket.bucketName);
    for (const [name, bucket] of this.storage.buckets) {
      output(this, outputId(name, "BucketName"), `Bucket ${name}`, bucket.bucketName);
    }
    const { alerts } = this.guardrails;
    if (alerts !== undefined) output(this, "AlertsTopicArn", "Topic of the budget's alerts", alerts.ref);
  }
}

export function isBucket(plan: StoragePlan): plan is S3Plan {
  return plan.product === "s3";
}
