import type { CloudName } from "../../catalog/types.ts";
import type { CloudProgram } from "./cloud-program.ts";

/** Loaded when asked for: one cloud never loads another's SDK. */
const programs: Readonly<Partial<Record<CloudName, () => Promise<CloudProgram>>>> = {
  gcp: async () => {
    const { gcpAnswers, gcpCluster, gcpData } = await import("../gcp.ts");
    return { data: gcpData, cluster: gcpCluster, answers: gcpAnswers };
  },
  azure: async () => {
    const { azureAnswers, azureCluster, azureData } = await import("../azure.ts");
    return { data: azureData, cluster: azureCluster, answers: azureAnswers };
  },
};

/** The layers of a cloud; `undefined` for a cloud that is not built with Pulumi. */
export async function cloudProgram(cloud: CloudName): Promise<CloudProgram | undefined> {
  return programs[cloud]?.();
}
