import { CfnOutput, type Stack } from "aws-cdk-lib/core";

/** An output of a stack under a name that does not change. */
export function output(stack: Stack, id: string, description: string, value: string): void {
  new CfnOutput(stack, id, { value, description });
}

/** `ScratchFileSystemId` for `("scratch", "FileSystemId")`: CloudFormation names have letters and digits only. */
export function outputId(name: string, suffix: string): string {
  const words = name.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${words.join("")}${suffix}`;
}
