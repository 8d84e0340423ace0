import { App, type AppProps } from "aws-cdk-lib/core";

/** Behaviour of CDK that these stacks rely on, whether it runs in the CLI or in process. */
export const featureFlags: Readonly<Record<string, boolean | string>> = {
  // `arn:aws:` in regions that are known, in place of a reference to the partition.
  "@aws-cdk/core:enablePartitionLiterals": true,
  // CloudFormation itself refuses to remove what another stack uses. What the data stack offers is exported whether it is
  // used or not, so that a user of it can go without the data stack having to change first.
  "@aws-cdk/core:defaultCrossStackReferences": "strong",
};

export interface AppOptions extends Pick<AppProps, "outdir"> {
  /** CDK's own template validator, which costs seconds. */
  readonly validateTemplates: boolean;
}

/** A CDK app for environments. */
export function createApp({ validateTemplates, outdir }: AppOptions): App {
  return new App({
    outdir,
    builtinCloudFormationValidation: validateTemplates,
    analyticsReporting: false,
    treeMetadata: false,
    postCliContext: { ...featureFlags },
  });
}
