/** Labels as Google Cloud takes them, on every resource that can carry them. */
export type Labels = Readonly<Record<string, string>>;

/** Label with the environment's name. */
export const environmentLabel = "engineroom-environment";
