import { listManagedClusterUserCredentialsOutput } from "@pulumi/azure-native/containerservice/listManagedClusterUserCredentials.js";
import { type Output, output, secret } from "@pulumi/pulumi";
import type { Cluster } from "../constructs/azure/cluster.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type { StackOptions } from "./azure-surroundings.ts";
import type { ClusterOutputs } from "./pulumi/outputs.ts";

/** How to get into the cluster. Address and certificate come with the credentials of Entra users, which hold no secret key. */
export function azureClusterOutputs(
  plan: EnvironmentPlan,
  cluster: Cluster,
  options: StackOptions,
  identities: Pick<ClusterOutputs, "nodeIdentity" | "workloadIdentity">,
): ClusterOutputs {
  const credentials = listManagedClusterUserCredentialsOutput(
    { resourceGroupName: cluster.resourceGroupName, resourceName: cluster.clusterName },
    options,
  );
  const kubeconfig = credentials.kubeconfigs.apply((configs) =>
    Buffer.from(configs?.[0]?.value ?? "", "base64").toString(),
  );
  const read = (key: string): Output<string> =>
    kubeconfig.apply((text) => new RegExp(`${key}: (\\S+)`).exec(text)?.[1] ?? "");
  return {
    clusterName: cluster.clusterName,
    clusterId: cluster.clusterId,
    endpoint: read("server"),
    certificateAuthority: secret(read("certificate-authority-data")),
    ...identities,
    nodePools: output(nodePools(plan)),
  };
}

/** Names of agent pools, which the plan gives. */
function nodePools({ pools, systemPools }: EnvironmentPlan): Record<string, string> {
  const options = pools
    .filter(({ provisioner }) => provisioner === "agent-pool")
    .flatMap((pool) => pool.options.map(({ id, azure }) => [id, azure?.agentPool ?? id]));
  const system = systemPools.map(({ name, azure }) => [name, azure?.agentPool ?? name]);
  return Object.fromEntries([...system, ...options]);
}
