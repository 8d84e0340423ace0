import { type CloudCheck, ofTypes, show, type TypesOf } from "./cloud-check.ts";
import type { CloudResource, Synthesized } from "./synthesized.ts";

/** What costs money and can carry tags or labels. */
const TAGGABLE: TypesOf = {
  aws: /^AWS::(EC2::(VPC|Subnet|NatGateway)|EKS::(Cluster|Nodegroup)|S3::Bucket|FSx::FileSystem|EFS::FileSystem|KMS::Key)$/,
  gcp: /^gcp:(container\/cluster:Cluster|storage\/bucket:Bucket|lustre\/instance:Instance|filestore\/instance:Instance|kms\/cryptoKey:CryptoKey)$/,
  azure:
    /^azure-native:(containerservice:(ManagedCluster|AgentPool)|network:(VirtualNetwork|NatGateway|PublicIPAddress)|storage:StorageAccount|storagecache:AmlFilesystem|resources:ResourceGroup|netapp:Volume)$/,
};

export const tags: CloudCheck = {
  name: "tags and labels",
  title: "Everything that costs money carries the environment's tags.",
  violations(subject) {
    const wanted = Object.entries(wantedTags(subject));
    return ofTypes(subject, TAGGABLE).flatMap((resource) => {
      const carried = carriedTags(resource);
      const missing = wanted.filter(([key, value]) => carried[key] !== value).map(([key]) => key);
      return missing.length === 0 ? [] : [`${show(resource)} lacks ${missing.join(", ")}`];
    });
  },
};

function wantedTags({ plan: { guardrails } }: Synthesized): Readonly<Record<string, string>> {
  return guardrails.gcp?.labels ?? guardrails.tags;
}

/** Tags are a map, or a list of keys and values, under one of these names. */
function carriedTags({ properties }: CloudResource): Readonly<Record<string, unknown>> {
  const found =
    properties.Tags ??
    properties.FileSystemTags ??
    properties.tags ??
    properties.labels ??
    properties.resourceLabels ??
    {};
  if (!Array.isArray(found)) return found as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    found.map(({ Key, Value }: Readonly<Record<string, unknown>>) => [String(Key), Value]),
  );
}
