import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { GcpCluster } from "./gcp-cluster.ts";
import { GcpData } from "./gcp-data.ts";
import type { GcpTransforms } from "./gcp-transforms.ts";
import type { ClusterOutputs, DataOutputs } from "./pulumi/outputs.ts";
import type { Answers } from "./pulumi/recorder.ts";

export { GcpCluster, GcpData, type GcpTransforms };

/** What a deployment reads of its project, and what Google gives its resources. */
export const gcpAnswers: Answers = {
  "gcp:organizations/getProject:getProject": {
    projectId: "project-id",
    number: "123456789012",
    billingAccount: "ABCDEF-ABCDEF-ABCDEF",
  },
  "gcp:storage/getProjectServiceAccount:getProjectServiceAccount": {
    emailAddress: "service-123456789012@gs-project-accounts.iam.gserviceaccount.com",
  },
  "gcp:container/cluster:Cluster": {
    controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: "gke.example.goog" } },
    masterAuth: { clusterCaCertificate: "certificate" },
  },
  "gcp:lustre/instance:Instance": { mountPoint: "address@tcp:/file-system" },
  "gcp:filestore/instance:Instance": { networks: [{ ipAddresses: ["address"] }] },
};

/** Creates what an environment on Google Cloud keeps, as the resources of the running Pulumi stack. */
export function gcpData(plan: EnvironmentPlan, transform?: GcpTransforms): DataOutputs {
  return new GcpData(plan, transform).outputs;
}

/** Creates the cluster of an environment on Google Cloud beside its data. */
export function gcpCluster(
  plan: EnvironmentPlan,
  data: DataOutputs,
  transform?: GcpTransforms,
): ClusterOutputs {
  return new GcpCluster(plan, data, transform).outputs;
}
