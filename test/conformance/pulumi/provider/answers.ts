/** What only a cloud knows, and a program cannot do without: answers of functions, and outputs of types, by token. */
export const answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "gcp:organizations/getProject:getProject": {
    projectId: "example-ml-project",
    number: "123456789012",
    billingAccount: "ABCDEF-ABCDEF-ABCDEF",
  },
  "azure-native:authorization:getClientConfig": {
    clientId: "00000000-0000-0000-0000-000000000001",
    objectId: "00000000-0000-0000-0000-000000000002",
    subscriptionId: "00000000-0000-0000-0000-000000000000",
    tenantId: "00000000-0000-0000-0000-000000000003",
  },
  "gcp:storage/getProjectServiceAccount:getProjectServiceAccount": {
    emailAddress: "service-123456789012@gs-project-accounts.iam.gserviceaccount.com",
  },
  "gcp:container/cluster:Cluster": {
    controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: "gke.example.goog" } },
    masterAuth: { clusterCaCertificate: "Y2VydGlmaWNhdGU=" },
  },
  "gcp:lustre/instance:Instance": { mountPoint: "10.0.0.2@tcp:/scratch" },
  "gcp:filestore/instance:Instance": { networks: [{ ipAddresses: ["10.0.0.3"] }] },
};
