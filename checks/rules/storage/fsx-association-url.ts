import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxAssociationUrl: Check = {
  code: "fsx-association-url",
  severity: "error",
  title: "A Lustre file system is joined to an S3 bucket.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateDataRepositoryAssociation.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { name, associations = [] } of lustreFileSystems(facts)) {
      for (const { at, path, url } of associations) {
        if (url === undefined || url.startsWith("s3://")) continue;
        yield {
          path: at,
          message: `${name}: ${path} is joined to ${url}, which is no S3 URL.`,
          got: url,
          allowed: "s3://bucket or s3://bucket/prefix",
          hint: "Write the bucket as s3://name/prefix.",
        };
      }
    }
  },
};
