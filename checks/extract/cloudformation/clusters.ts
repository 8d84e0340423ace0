import type { AddonFact, ClusterFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { at, flag, text, texts, UNKNOWN } from "./values.ts";

/** EKS clusters. Unset means what EKS does then: a public endpoint for everybody, and extended support. */
export function clusterFacts(stack: Stack): readonly ClusterFact[] {
  return stack.ofType("AWS::EKS::Cluster").map(({ id, at: path, properties }) => {
    const network = properties.ResourcesVpcConfig;
    const publicAccess = at(network, "EndpointPublicAccess");
    const privateAccess = at(network, "EndpointPrivateAccess");
    const ranges = at(network, "PublicAccessCidrs");
    const support = at(properties.UpgradePolicy, "SupportType");
    return {
      at: path,
      name: text(properties.Name) ?? id,
      id,
      version: text(properties.Version),
      extendedSupportAccepted: support === UNKNOWN ? undefined : support !== "STANDARD",
      publicAccess: publicAccess === undefined ? true : flag(publicAccess),
      privateAccess: privateAccess === undefined ? false : flag(privateAccess),
      publicRanges: ranges === undefined ? ["0.0.0.0/0"] : texts(ranges),
      secretsEncrypted: properties.EncryptionConfig !== undefined,
      subnets: texts(at(network, "SubnetIds")),
    };
  });
}

export function addonFacts(stack: Stack): readonly AddonFact[] {
  return stack.ofType("AWS::EKS::Addon").flatMap(({ at: path, properties }) => {
    const name = text(properties.AddonName);
    if (name === undefined) return [];
    return [
      { at: path, name, cluster: text(properties.ClusterName), version: text(properties.AddonVersion) },
    ];
  });
}
