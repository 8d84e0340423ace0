/**
 * Outputs that only a deployment knows, as a recorded synthesis shows them: what other resources refer to, made of the
 * resource's own name. A resource that is not listed has its inputs as outputs.
 */
export function standIns(
  type: string,
  name: string,
  inputs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { ...physicalName(type, inputs), ...(byType[type]?.(name) ?? {}) };
}

const byType: Readonly<Record<string, (name: string) => Readonly<Record<string, unknown>>>> = {
  "azure-native:managedidentity:UserAssignedIdentity": (name) => ({
    clientId: `${name}-client-id`,
    principalId: `${name}-principal-id`,
  }),
  "azure-native:containerservice:ManagedCluster": (name) => ({
    oidcIssuerProfile: { enabled: true, issuerURL: `https://${name}-issuer/` },
  }),
  "azure-native:storagecache:AmlFilesystem": (name) => ({ clientInfo: { mgsAddress: `${name}-address` } }),
  "azure-native:netapp:CapacityPoolVolume": (name) => ({ mountTargets: [{ ipAddress: `${name}-address` }] }),
};

/** Azure's resources call their name after their kind, and offer it as `name`. */
function physicalName(
  type: string,
  inputs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const [provider, , kind = ""] = type.split(":");
  if (provider !== "azure-native") return {};
  const usual = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}Name`;
  const name = inputs[unusual[kind] ?? usual];
  return name === undefined ? {} : { name };
}

const unusual: Readonly<Record<string, string>> = {
  StorageAccount: "accountName",
  ManagedCluster: "resourceName",
  UserAssignedIdentity: "resourceName",
};
