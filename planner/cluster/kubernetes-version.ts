import type { Catalog } from "../../catalog/catalog.ts";
import type { CloudName, Component, KubernetesVersion } from "../../catalog/types.ts";
import { kubernetesMinor, withinKubernetes } from "../../checks/kubernetes-minor.ts";

export interface VersionRequest {
  readonly cloud: CloudName;
  /** Version written in the file; it is kept. */
  readonly given: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** End of the environment; `null` = none. */
  readonly until: number | null;
  /** Groups of components of which one must support the version: the pins of an add-on, a node image. */
  readonly components: readonly { readonly name: string; readonly rows: readonly Component[] }[];
}

export interface VersionDecision {
  /** `undefined`: no version is supported by everything. */
  readonly version: string | undefined;
  readonly reason: string;
  readonly support: "standard" | "extended" | "unknown";
}

/**
 * The newest Kubernetes version that the cloud, every pinned add-on and every node image support, and whose standard
 * support covers the environment's lifetime; where none lasts that long, the newest in standard support now.
 */
export function decideVersion(request: VersionRequest, catalog: Catalog): VersionDecision {
  const versions = catalog.kubernetesVersions(request.cloud);
  if (request.given !== undefined) {
    const row = versions.find(({ version }) => version === request.given);
    return { version: request.given, reason: "As given.", support: supportOf(row, request.now) };
  }
  const fitting = versions
    .filter(({ available, standardSupportUntil }) => covers(available, standardSupportUntil, request.now))
    .filter(({ version }) => unsupported(version, request).length === 0)
    .sort((a, b) => minor(b) - minor(a));
  const lasting = fitting.find(({ standardSupportUntil }) =>
    request.until === null ? true : Date.parse(standardSupportUntil) >= request.until,
  );
  const chosen = lasting ?? fitting[0];
  if (chosen === undefined) {
    return { version: undefined, reason: "No version fits.", support: "unknown" };
  }
  return {
    version: chosen.version,
    reason: `The newest version that the cloud, the pinned add-ons and the node images support; standard support until ${chosen.standardSupportUntil}.`,
    support: "standard",
  };
}

/** Names of the components none of whose rows supports the version; without rows nothing is known. */
function unsupported(version: string, { components }: VersionRequest): string[] {
  return components
    .filter(({ rows }) => rows.length > 0 && !rows.some((row) => withinKubernetes(version, row.kubernetes)))
    .map(({ name }) => name);
}

function supportOf(row: KubernetesVersion | undefined, now: number): VersionDecision["support"] {
  if (row === undefined) return "unknown";
  if (now <= Date.parse(row.standardSupportUntil)) return "standard";
  const { extendedSupportUntil } = row;
  return extendedSupportUntil !== null && now <= Date.parse(extendedSupportUntil) ? "extended" : "unknown";
}

function covers(available: string, until: string, now: number): boolean {
  return Date.parse(available) <= now && now <= Date.parse(until);
}

function minor({ version }: KubernetesVersion): number {
  return kubernetesMinor(version) ?? 0;
}
