/** The service account of the cluster that workloads run as: it is lent the identity that uses the storage. */
export const workloadAccount = { namespace: "default", name: "workloads" } as const;
