import { CfnAccessEntry, type CfnAccessEntryProps } from "aws-cdk-lib/aws-eks";
import { CfnRole, type CfnRoleProps } from "aws-cdk-lib/aws-iam";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { AccessPlan, AddonPlan } from "../../planner/plan/cluster.ts";
import type { Statement } from "./policy-document.ts";
import { roleProps } from "./role.ts";
import { type Transform, transformed } from "./transform.ts";

/** What workloads may read and write. */
export interface BucketAccess {
  readonly bucketArns: readonly string[];
  /** Key that the buckets are encrypted with; `null` where it is unknown (existing buckets). */
  readonly keyArn: string | null;
}

export interface IdentityProps {
  readonly clusterName: string;
  readonly addons: readonly AddonPlan[];
  readonly access: readonly AccessPlan[];
  readonly buckets: BucketAccess;
  /** Whether nodes need the rights of the VPC CNI themselves: where its add-on is not managed here. */
  readonly nodesRunCni: boolean;
  readonly transform?: {
    readonly role?: Transform<CfnRoleProps>;
    readonly accessEntry?: Transform<CfnAccessEntryProps>;
  };
}

/** Who may do what: roles for nodes, add-ons and workloads, and people's access to the cluster. */
export class Identity extends Construct {
  readonly nodeRole: CfnRole;
  /** Rights of every node, for others that make node roles. */
  readonly nodePolicyArns: readonly string[];
  /** By add-on name; through EKS Pod Identity, so that no node lends its rights to pods. */
  readonly addonRoles: ReadonlyMap<string, CfnRole>;
  /** For workloads: reads and writes the environment's buckets. */
  readonly workloadRole: CfnRole;
  /** By principal as written in the file. */
  readonly accessEntries: ReadonlyMap<string, CfnAccessEntry>;

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    const role = (roleId: string, role: CfnRoleProps): CfnRole =>
      new CfnRole(this, roleId, transformed(role, props.transform?.role));
    this.nodePolicyArns = nodePolicyArns(props.nodesRunCni);
    this.nodeRole = role("NodeRole", nodeRole(this.nodePolicyArns));
    this.workloadRole = role("WorkloadRole", podRole("Workloads", [], bucketStatements(props.buckets)));
    this.addonRoles = new Map(
      props.addons
        .filter(({ serviceAccount }) => serviceAccount !== null)
        .map((addon) => [
          addon.name,
          role(
            `AddonRole-${addon.name}`,
            podRole(`Add-on ${addon.name}`, addon.managedPolicies, addonStatements(addon, props.buckets)),
          ),
        ]),
    );
    this.accessEntries = new Map(
      props.access.map((access) => [access.principal, this.createAccessEntry(access, props)]),
    );
  }

  private createAccessEntry({ principal, level }: AccessPlan, props: IdentityProps): CfnAccessEntry {
    return new CfnAccessEntry(
      this,
      // Without the level: who is promoted keeps the entry, as a principal can have only one.
      `Access-${principal.replaceAll("/", ".")}`,
      transformed<CfnAccessEntryProps>(
        {
          clusterName: props.clusterName,
          principalArn: principalArn(Stack.of(this), principal),
          type: "STANDARD",
          kubernetesGroups: [`engineroom:${level}s`],
          accessPolicies: accessPolicies[level],
        },
        props.transform?.accessEntry,
      ),
    );
  }
}

const policy = (name: string): string => `arn:aws:eks::aws:cluster-access-policy/${name}`;

/**
 * Users see everything but secrets, and submit work where the Kubernetes group `engineroom:users` is allowed to.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
const accessPolicies: Readonly<
  Record<AccessPlan["level"], { policyArn: string; accessScope: { type: string; namespaces?: string[] } }[]>
> = {
  admin: [{ policyArn: policy("AmazonEKSClusterAdminPolicy"), accessScope: { type: "cluster" } }],
  user: [
    { policyArn: policy("AmazonEKSViewPolicy"), accessScope: { type: "cluster" } },
    { policyArn: policy("AmazonEKSEditPolicy"), accessScope: { type: "namespace", namespaces: ["default"] } },
  ],
};

function principalArn({ partition, account }: Stack, principal: string): string {
  return principal.startsWith("arn:") ? principal : `arn:${partition}:iam::${account}:${principal}`;
}

/** What every node may do: join the cluster, pull images, and be reached by Session Manager in place of SSH. */
function nodePolicyArns(runsCni: boolean): string[] {
  const names = [
    "AmazonEKSWorkerNodePolicy",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonSSMManagedInstanceCore",
    ...(runsCni ? ["AmazonEKS_CNI_Policy"] : []),
  ];
  return names.map((name) => `arn:aws:iam::aws:policy/${name}`);
}

function nodeRole(managedPolicyArns: readonly string[]): CfnRoleProps {
  return roleProps({ service: "ec2.amazonaws.com", description: "Nodes", managedPolicyArns });
}

function podRole(
  description: string,
  managedPolicyArns: readonly string[],
  statements: readonly Statement[],
): CfnRoleProps {
  return roleProps({ service: "pods.eks.amazonaws.com", description, managedPolicyArns, statements });
}

/** Add-ons whose rights depend on the environment's own buckets, which no managed policy can name. */
const addonsOnBuckets: ReadonlySet<string> = new Set(["aws-mountpoint-s3-csi-driver"]);

function addonStatements({ name }: AddonPlan, buckets: BucketAccess): Statement[] {
  return addonsOnBuckets.has(name) ? bucketStatements(buckets) : [];
}

function bucketStatements({ bucketArns, keyArn }: BucketAccess): Statement[] {
  if (bucketArns.length === 0) return [];
  const statements: Statement[] = [
    { Sid: "ListBuckets", Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArns },
    {
      Sid: "UseObjects",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
      Resource: bucketArns.map((arn) => `${arn}/*`),
    },
  ];
  if (keyArn === null) return statements;
  const useKey = ["kms:Decrypt", "kms:GenerateDataKey"];
  return [...statements, { Sid: "UseKey", Effect: "Allow", Action: useKey, Resource: keyArn }];
}
