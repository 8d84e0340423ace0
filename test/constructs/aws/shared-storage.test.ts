import { describe, expect, test } from "vitest";
import type { FileSystemAccess } from "../../../constructs/aws/file-system-access.ts";
import { type FileSystemPlan, SharedStorage } from "../../../constructs/aws/shared-storage.ts";
import type { S3Plan } from "../../../planner/plan/storage.ts";
import { list, only, properties, resourcesOf, templateWith } from "./bare-stack.ts";
import { bucketPlan, efsPlan, lustrePlan, openZfsPlan } from "./fixtures/plans.ts";

const access: FileSystemAccess = {
  vpcId: "vpc-1",
  subnets: [
    { id: "subnet-1", zone: "use2-az1" },
    { id: "subnet-2", zone: "use2-az2" },
  ],
  routeTableIds: ["rtb-1"],
  nodesSecurityGroupId: "sg-nodes",
  fabricSecurityGroupId: "sg-fabric",
  keyArn: "arn:aws:kms:us-east-2:123456789012:key/1",
};
const withFileSystem = (plan: FileSystemPlan) =>
  templateWith((stack) => new SharedStorage(stack, "Storage", { fileSystems: { plans: [plan], access } }));
const withBucket = (plan: S3Plan) =>
  templateWith(
    (stack) =>
      new SharedStorage(stack, "Storage", {
        buckets: { plans: [plan], keyArn: access.keyArn, logBucketName: "logs" },
      }),
  );

describe("a bucket", () => {
  const template = withBucket(bucketPlan);
  const bucket = only(template, "AWS::S3::Bucket");

  test("is private, encrypted with the environment's key, versioned and logged", () => {
    expect(bucket).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LoggingConfiguration: { DestinationBucketName: "logs", LogFilePrefix: "access/corpus/" },
    });
    const [rule] = list(bucket.BucketEncryption?.ServerSideEncryptionConfiguration);
    expect(rule?.ServerSideEncryptionByDefault).toEqual({
      SSEAlgorithm: "aws:kms",
      KMSMasterKeyID: access.keyArn,
    });
  });

  test("refuses what does not come over TLS", () => {
    const [statement] = list(only(template, "AWS::S3::BucketPolicy").PolicyDocument?.Statement);
    expect(statement).toMatchObject({
      Effect: "Deny",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  test("cleans up unfinished uploads", () => {
    expect(list(bucket.LifecycleConfiguration?.Rules)[0]?.AbortIncompleteMultipartUpload).toBeDefined();
  });

  test("stays when its stack is removed, unless it need not", () => {
    expect(resourcesOf(template, "AWS::S3::Bucket")[0]?.[1].DeletionPolicy).toBe("Retain");
    const passing = withBucket({ ...bucketPlan, retain: false });
    expect(resourcesOf(passing, "AWS::S3::Bucket")[0]?.[1].DeletionPolicy).toBe("Delete");
  });

  test("that exists already is left alone", () => {
    expect(withBucket({ ...bucketPlan, existing: "s3://our-corpus" }).Resources).toBeUndefined();
  });
});

describe("Lustre", () => {
  const template = withFileSystem(lustrePlan);
  const fileSystem = only(template, "AWS::FSx::FileSystem");

  test("speaks EFA in the zone of the nodes, as a member of the fabric", () => {
    expect(fileSystem.SubnetIds).toEqual(["subnet-1"]);
    expect(fileSystem.SecurityGroupIds).toContain("sg-fabric");
    expect(fileSystem.LustreConfiguration).toMatchObject({
      DeploymentType: "PERSISTENT_2",
      PerUnitStorageThroughput: 500,
      EfaEnabled: true,
      MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 12_000 },
    });
  });

  test("admits its servers and the nodes on the ports of Lustre only", () => {
    const rules = resourcesOf(template, "AWS::EC2::SecurityGroupIngress").map(([, rule]) => properties(rule));
    const ports = rules.map((rule) => `${rule.IpProtocol} ${rule.FromPort}-${rule.ToPort}`);
    expect(new Set(ports)).toEqual(new Set(["tcp 988-988", "tcp 1018-1023"]));
    expect(rules.filter((rule) => String(rule.SourceSecurityGroupId) === "sg-nodes")).toHaveLength(2);
  });

  test("is created after every rule of its group: FSx looks at them when it is asked", () => {
    const rules = ["Ingress", "Egress"].flatMap((kind) =>
      resourcesOf(template, `AWS::EC2::SecurityGroup${kind}`)
        .filter(([, rule]) => String(properties(rule).GroupId) !== "sg-nodes")
        .map(([id]) => id),
    );
    expect(rules).toHaveLength(8);
    const [fileSystem] = resourcesOf(template, "AWS::FSx::FileSystem");
    expect(fileSystem?.[1].DependsOn).toEqual(expect.arrayContaining(rules));
  });

  test("reaches the nodes on the ports of Lustre, as servers call their clients too", () => {
    const intoNodes = resourcesOf(template, "AWS::EC2::SecurityGroupIngress")
      .map(([, rule]) => properties(rule))
      .filter(({ GroupId }) => String(GroupId) === "sg-nodes");
    expect(intoNodes.map(({ FromPort, ToPort }) => `${FromPort}-${ToPort}`)).toEqual([
      "988-988",
      "1018-1023",
    ]);
  });

  test("is joined to its bucket, and never deletes from it", () => {
    const association = only(template, "AWS::FSx::DataRepositoryAssociation");
    expect(association.FileSystemPath).toBe("/corpus");
    expect(JSON.stringify(association.DataRepositoryPath)).toContain("s3://pretrain-corpus-");
    expect(association.S3?.AutoExportPolicy?.Events).not.toContain("DELETED");
  });

  test("is kept", () => {
    const [resource] = resourcesOf(template, "AWS::FSx::FileSystem");
    expect(resource?.[1]).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
  });

  test("on scratch servers takes neither a key nor a tier nor EFA", () => {
    const scratch = { ...lustrePlan, deploymentType: "SCRATCH_2", mbpsPerTiB: null, efa: false } as const;
    const plain = only(withFileSystem({ ...scratch, metadataIops: null }), "AWS::FSx::FileSystem");
    expect(plain.KmsKeyId).toBeUndefined();
    expect(plain.LustreConfiguration).toEqual({ DataCompressionType: "LZ4", DeploymentType: "SCRATCH_2" });
    expect(plain.SecurityGroupIds).not.toContain("sg-fabric");
  });
});

describe("NFS", () => {
  test("OpenZFS lies in one zone, or in two with a preferred one", () => {
    const single = only(withFileSystem(openZfsPlan), "AWS::FSx::FileSystem");
    expect(single.SubnetIds).toEqual(["subnet-1"]);
    expect(single.OpenZFSConfiguration?.PreferredSubnetId).toBeUndefined();
    const double = only(
      withFileSystem({ ...openZfsPlan, deploymentType: "MULTI_AZ_1" }),
      "AWS::FSx::FileSystem",
    );
    expect(double.SubnetIds).toEqual(["subnet-1", "subnet-2"]);
    expect(double.OpenZFSConfiguration).toMatchObject({
      PreferredSubnetId: "subnet-1",
      RouteTableIds: ["rtb-1"],
    });
  });

  test("EFS is encrypted, takes TLS only, and has a mount target in every zone", () => {
    const template = withFileSystem(efsPlan);
    expect(only(template, "AWS::EFS::FileSystem")).toMatchObject({
      Encrypted: true,
      KmsKeyId: access.keyArn,
      ThroughputMode: "elastic",
    });
    const targets = resourcesOf(template, "AWS::EFS::MountTarget").map(
      ([, { Properties }]) => Properties?.SubnetId,
    );
    expect(targets).toEqual(["subnet-1", "subnet-2"]);
  });
});
