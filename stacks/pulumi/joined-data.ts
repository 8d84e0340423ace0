import { getOrganization, type Output, StackReference } from "@pulumi/pulumi";
import { projectName, stackName } from "./layer.ts";
import type { DataOutputs, DataValues, IdentityHandle } from "./outputs.ts";

/**
 * Outputs of the environment's data stack, read by a stack reference: the cluster stack of the same organization and
 * state backend finds it under its full name. A data stack that was never deployed is an error of Pulumi's own.
 * https://www.pulumi.com/docs/iac/concepts/stacks/#stackreferences
 */
export function joinedData(environment: string): DataOutputs {
  const name = `${getOrganization()}/${projectName}/${stackName(environment, "data")}`;
  const reference = new StackReference("data", { name });
  const read = <Key extends keyof DataValues>(key: Key): Output<DataValues[Key]> =>
    reference.requireOutput(key) as Output<DataValues[Key]>;
  return {
    account: read("account"),
    networkId: read("networkId"),
    subnetIds: read("subnetIds"),
    fabric: read("fabric"),
    // A value that is null is no output to Pulumi.
    keyId: reference.getOutput("keyId").apply((key) => key ?? null) as Output<string | null>,
    storage: read("storage"),
    identities: reference.getOutput("identities").apply((identities) => identities ?? {}) as Output<
      Readonly<Record<string, IdentityHandle>>
    >,
    logsId: reference.getOutput("logsId").apply((logs) => logs ?? null) as Output<string | null>,
  };
}
