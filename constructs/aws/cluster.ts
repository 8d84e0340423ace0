import { CfnCluster, type CfnClusterProps } from "aws-cdk-lib/aws-eks";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import { CfnParameter, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { ClusterPlan } from "../../planner/plan/cluster.ts";
import type { ApiAccessPlan } from "../../planner/plan/network.ts";
import { roleProps } from "./role.ts";
import { type Transform, transformed } from "./transform.ts";

export interface ClusterProps {
  readonly plan: ClusterPlan;
  /** Subnets of the control plane's network interfaces, in at least two zones. */
  readonly subnetIds: readonly string[];
  readonly api: ApiAccessPlan;
  readonly serviceCidr: string;
  readonly keyArn: string;
  readonly transform?: { readonly cluster?: Transform<CfnClusterProps> };
}

/** The EKS control plane, or an existing one that is used by name and never changed. */
export class Cluster extends Construct {
  /** As text, for tag keys. */
  readonly name: string;
  /** As a reference that makes the cluster be created first. */
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly version: string;
  /** The group that EKS makes for a cluster: nodes and control plane reach each other through it. */
  readonly clusterSecurityGroupId: string;
  /** `undefined` for an existing cluster. */
  readonly cluster: CfnCluster | undefined;
  readonly role: CfnRole | undefined;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const { plan } = props;
    this.name = plan.existing ?? plan.name;
    this.version = plan.version;
    if (plan.existing === null) {
      this.role = new CfnRole(this, "Role", clusterRole(props.keyArn));
      this.cluster = this.createCluster(props, this.role.attrArn);
      this.clusterName = this.cluster.ref;
      this.clusterArn = this.cluster.attrArn;
      this.clusterSecurityGroupId = this.cluster.attrClusterSecurityGroupId;
    } else {
      const { partition, region, account } = Stack.of(this);
      this.clusterName = plan.existing;
      this.clusterArn = `arn:${partition}:eks:${region}:${account}:cluster/${plan.existing}`;
      this.clusterSecurityGroupId = this.askForSecurityGroup(plan.existing);
    }
  }

  private createCluster(props: ClusterProps, roleArn: string): CfnCluster {
    const { plan, api } = props;
    const isPublic = api.publicFrom.length > 0;
    return new CfnCluster(
      this,
      "Cluster",
      transformed<CfnClusterProps>(
        {
          name: plan.name,
          version: plan.version,
          roleArn,
          resourcesVpcConfig: {
            subnetIds: [...props.subnetIds],
            endpointPrivateAccess: true,
            endpointPublicAccess: isPublic,
            publicAccessCidrs: isPublic ? [...api.publicFrom] : undefined,
          },
          kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: props.serviceCidr },
          accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
          encryptionConfig: plan.secretsEncryption
            ? [{ provider: { keyArn: props.keyArn }, resources: ["secrets"] }]
            : undefined,
          logging: { clusterLogging: { enabledTypes: plan.logTypes.map((type) => ({ type })) } },
          upgradePolicy: { supportType: plan.upgradePolicy },
          // Add-ons come as managed ones with pinned versions; EKS would otherwise install its own copies of three.
          // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
          bootstrapSelfManagedAddons: false,
        },
        props.transform?.cluster,
      ),
    );
  }

  /** Nothing is looked up, and CloudFormation cannot read it either: it is given at deployment. */
  private askForSecurityGroup(name: string): string {
    const parameter = new CfnParameter(this, "SecurityGroupId", {
      type: "AWS::EC2::SecurityGroup::Id",
      description: `Cluster security group of ${name}: aws eks describe-cluster --name ${name} --query cluster.resourcesVpcConfig.clusterSecurityGroupId`,
    });
    return parameter.valueAsString;
  }
}

function clusterRole(keyArn: string) {
  return roleProps({
    service: "eks.amazonaws.com",
    description: "The control plane's own rights",
    managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"],
    statements: [
      {
        Sid: "EncryptSecrets",
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:CreateGrant"],
        Resource: keyArn,
      },
    ],
  });
}
