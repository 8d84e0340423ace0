/** The two stacks of an environment, cut by lifetime: what is kept, and what can be removed and made again. */
export const layers = ["data", "cluster"] as const;

export type Layer = (typeof layers)[number];

/** The Pulumi project of every environment, as in Pulumi.yaml. */
export const projectName = "engineroom";

/** Name of a layer's Pulumi stack: `assistant-data`. */
export function stackName(environment: string, layer: Layer): string {
  return `${environment}-${layer}`;
}
