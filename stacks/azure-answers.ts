import type { Answers } from "./pulumi/recorder.ts";

/** The subscription of nobody: what a synthesis shows where the file names none. */
const noSubscription = "00000000-0000-0000-0000-000000000000";

const kubeconfig = ["server: https://api-server", "certificate-authority-data: certificate-authority"].join(
  "\n",
);

/** What stands in for Azure's answers in a synthesis without an account. */
export const azureAnswers: Answers = {
  "azure-native:authorization:getClientConfig": {
    subscriptionId: noSubscription,
    tenantId: noSubscription,
    clientId: noSubscription,
    objectId: noSubscription,
  },
  "azure-native:containerservice:listManagedClusterUserCredentials": {
    kubeconfigs: [{ name: "clusterUser", value: Buffer.from(kubeconfig).toString("base64") }],
  },
};
