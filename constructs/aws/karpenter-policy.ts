import type { Stack } from "aws-cdk-lib/core";
import type { Statement } from "./policy-document.ts";

export interface KarpenterRights {
  /** The cluster's name as text: it becomes part of tag keys. */
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly nodeRoleArn: string;
  readonly queueArn: string;
  /** ISO time after which nothing may be launched any more; `null` = no end. */
  readonly expiresAt: string | null;
  /** Whether spot is bought. */
  readonly spot: boolean;
}

/**
 * What Karpenter's controller may do: launch, tag and remove what carries the cluster's tags, hand the node role to it,
 * and read what it decides from. https://karpenter.sh/docs/reference/cloudformation/
 */
export function karpenterStatements(stack: Stack, rights: KarpenterRights): Statement[] {
  const spot = rights.spot ? [makingSpotRole(stack)] : [];
  return [...launching(stack, rights), ...removing(stack, rights), ...reading(stack, rights), ...spot];
}

/**
 * EC2 makes the account's role for spot at the first request, in the name of whoever asks.
 * https://karpenter.sh/docs/troubleshooting/#missing-service-linked-role
 */
function makingSpotRole({ partition, account }: Stack): Statement {
  const service = "spot.amazonaws.com";
  return {
    Sid: "MakeSpotRole",
    Effect: "Allow",
    Action: "iam:CreateServiceLinkedRole",
    Resource: `arn:${partition}:iam::${account}:role/aws-service-role/${service}/AWSServiceRoleForEC2Spot`,
    Condition: { StringEquals: { "iam:AWSServiceName": service } },
  };
}

function launching({ partition, region }: Stack, rights: KarpenterRights): Statement[] {
  const ec2 = (...kinds: readonly string[]): string[] =>
    kinds.map((kind) => `arn:${partition}:ec2:${region}:*:${kind}/*`);
  const launched = ec2(
    "fleet",
    "instance",
    "volume",
    "network-interface",
    "launch-template",
    "spot-instances-request",
  );
  const owned = ownership("RequestTag", rights.clusterName);
  const statements: Statement[] = [
    {
      Sid: "LaunchFrom",
      Effect: "Allow",
      Action: ["ec2:RunInstances", "ec2:CreateFleet"],
      Resource: [
        `arn:${partition}:ec2:${region}::image/*`,
        `arn:${partition}:ec2:${region}::snapshot/*`,
        ...ec2("security-group", "subnet", "capacity-reservation", "placement-group"),
      ],
    },
    {
      Sid: "LaunchByOwnTemplates",
      Effect: "Allow",
      Action: ["ec2:RunInstances", "ec2:CreateFleet"],
      Resource: ec2("launch-template"),
      Condition: ownership("ResourceTag", rights.clusterName),
    },
    {
      Sid: "LaunchTagged",
      Effect: "Allow",
      Action: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
      Resource: launched,
      Condition: owned,
    },
    {
      Sid: "TagAtLaunch",
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: launched,
      Condition: {
        ...owned,
        StringEquals: {
          ...owned.StringEquals,
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
      },
    },
    {
      Sid: "TagNodes",
      Effect: "Allow",
      Action: "ec2:CreateTags",
      Resource: ec2("instance"),
      Condition: {
        ...ownership("ResourceTag", rights.clusterName),
        "ForAllValues:StringEquals": {
          "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"],
        },
      },
    },
    {
      Sid: "PassNodeRole",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: rights.nodeRoleArn,
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
  ];
  if (rights.expiresAt === null) return statements;
  const expired: Statement = {
    Sid: "NothingAfterExpiry",
    Effect: "Deny",
    Action: ["ec2:RunInstances", "ec2:CreateFleet"],
    Resource: "*",
    Condition: { DateGreaterThanEquals: { "aws:CurrentTime": rights.expiresAt } },
  };
  return [...statements, expired];
}

function removing({ partition, region }: Stack, { clusterName }: KarpenterRights): Statement[] {
  return [
    {
      Sid: "RemoveOwn",
      Effect: "Allow",
      Action: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      Resource: ["instance", "launch-template"].map((kind) => `arn:${partition}:ec2:${region}:*:${kind}/*`),
      Condition: ownership("ResourceTag", clusterName),
    },
  ];
}

function reading({ partition, region, account }: Stack, rights: KarpenterRights): Statement[] {
  return [
    {
      Sid: "SeeRegion",
      Effect: "Allow",
      Action: describes.map((what) => `ec2:Describe${what}`),
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": region } },
    },
    {
      Sid: "SeeImages",
      Effect: "Allow",
      Action: "ssm:GetParameter",
      Resource: `arn:${partition}:ssm:${region}::parameter/aws/service/*`,
    },
    { Sid: "SeePrices", Effect: "Allow", Action: "pricing:GetProducts", Resource: "*" },
    { Sid: "ListInstanceProfiles", Effect: "Allow", Action: "iam:ListInstanceProfiles", Resource: "*" },
    {
      Sid: "SeeInstanceProfiles",
      Effect: "Allow",
      Action: "iam:GetInstanceProfile",
      Resource: `arn:${partition}:iam::${account}:instance-profile/*`,
    },
    { Sid: "SeeCluster", Effect: "Allow", Action: "eks:DescribeCluster", Resource: rights.clusterArn },
    {
      Sid: "HearInterruptions",
      Effect: "Allow",
      Action: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      Resource: rights.queueArn,
    },
  ];
}

const describes = [
  "CapacityReservations",
  "Images",
  "InstanceStatus",
  "InstanceTypeOfferings",
  "InstanceTypes",
  "Instances",
  "LaunchTemplates",
  "PlacementGroups",
  "SecurityGroups",
  "SpotPriceHistory",
  "Subnets",
];

function ownership(kind: "RequestTag" | "ResourceTag", clusterName: string) {
  return {
    StringEquals: {
      [`aws:${kind}/kubernetes.io/cluster/${clusterName}`]: "owned",
      ...(kind === "RequestTag" ? { "aws:RequestTag/eks:eks-cluster-name": clusterName } : {}),
    },
    StringLike: { [`aws:${kind}/karpenter.sh/nodepool`]: "*" },
  };
}
