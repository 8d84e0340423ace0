/** The minor number of `1.34` or `v1.34.2-eksbuild.1`; `undefined` when it is no version of Kubernetes 1. */
export function kubernetesMinor(version: string): number | undefined {
  const minor = /^v?1\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** Whether `version` lies within bounds; `null` bounds are open. */
export function withinKubernetes(
  version: string,
  bounds: { readonly min: string | null; readonly max: string | null },
): boolean {
  const minor = kubernetesMinor(version);
  if (minor === undefined) return true;
  const min = bounds.min === null ? undefined : kubernetesMinor(bounds.min);
  const max = bounds.max === null ? undefined : kubernetesMinor(bounds.max);
  return (min === undefined || minor >= min) && (max === undefined || minor <= max);
}

/** `1.33 to 1.36`, `1.33 or newer`. */
export function showKubernetesBounds(bounds: {
  readonly min: string | null;
  readonly max: string | null;
}): string {
  if (bounds.min !== null && bounds.max !== null) {
    return bounds.min === bounds.max ? bounds.min : `${bounds.min} to ${bounds.max}`;
  }
  if (bounds.min !== null) return `${bounds.min} or newer`;
  return bounds.max === null ? "any version" : `${bounds.max} or older`;
}
