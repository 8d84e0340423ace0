import type { Occurrence, Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import type { EnvironmentDraft } from "../validation/draft.ts";
import type { Rule } from "./rule.ts";

interface WrittenId {
  readonly path: Path;
  readonly id: string | undefined;
  readonly form: RegExp;
  readonly allowed: string;
}

const hexId = (prefix: string): RegExp => new RegExp(`^${prefix}-[0-9a-f]{8,17}$`);

const FORMS = {
  vpc: { form: hexId("vpc"), allowed: "a VPC id, for example vpc-0a1b2c3d4e5f67890" },
  subnet: { form: hexId("subnet"), allowed: "a subnet id, for example subnet-0a1b2c3d4e5f67890" },
  reservation: { form: hexId("cr"), allowed: "a capacity reservation id, for example cr-0a1b2c3d4e5f67890" },
  bucket: {
    form: /^s3:\/\/[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](\/.*)?$/,
    allowed: "an S3 URL, for example s3://our-corpus",
  },
  fileSystem: { form: hexId("fs"), allowed: "a file system id, for example fs-0a1b2c3d4e5f67890" },
  arn: { form: /^arn:[a-z-]+:[a-z0-9-]+:[^\s]*$/, allowed: "an ARN" },
  /** An access entry takes no session of a role: https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html */
  principal: {
    form: /^(arn:[a-z-]+:iam::\d{12}:)?(role|user)\/[\w+=,.@/-]*[\w+=,.@-]$/,
    allowed: "role/NAME, user/NAME or the ARN of either",
  },
} as const;

const STORAGE_FORM = {
  object: "bucket",
  "model-cache": "bucket",
  parallel: "fileSystem",
  file: "fileSystem",
} as const;

/** Ids of existing things that AWS would refuse at deployment, or that belong to another cloud. */
export const awsIdSyntax: Rule = {
  code: "aws-id-syntax",
  severity: "error",
  title: "Ids of existing AWS resources have their resource's form.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
  violations: (draft) => (draft.cloud === "aws" ? idsIn(draft).flatMap(describe) : []),
};

function idsIn(draft: EnvironmentDraft): readonly WrittenId[] {
  const existing = draft.network?.existing;
  const at = (path: Path, id: string | undefined, form: keyof typeof FORMS): WrittenId => ({
    path,
    id,
    ...FORMS[form],
  });
  return [
    at(["network", "existing", "vpc"], existing?.vpc, "vpc"),
    ...(existing?.subnets ?? []).map((subnet, index) =>
      typeof subnet === "object"
        ? at(["network", "existing", "subnets", index, "id"], subnet.id, "subnet")
        : at(["network", "existing", "subnets", index], subnet, "subnet"),
    ),
    ...(draft.access?.admins ?? []).map((id, index) => at(["access", "admins", index], id, "principal")),
    ...(draft.access?.users ?? []).map((id, index) => at(["access", "users", index], id, "principal")),
    ...(draft.pools ?? []).flatMap((pool, index) =>
      (pool?.purchase ?? []).flatMap((option, position) =>
        option?.kind === "reservation"
          ? [at(["pools", index, "purchase", position, "id"], option.id, "reservation")]
          : [],
      ),
    ),
    ...(draft.storage ?? []).flatMap((each, index) =>
      each?.kind === undefined
        ? []
        : [at(["storage", index, "existing"], each.existing, STORAGE_FORM[each.kind])],
    ),
    at(["aws", "kmsKeyArn"], draft.aws?.kmsKeyArn, "arn"),
    at(["aws", "permissionsBoundary"], draft.aws?.permissionsBoundary, "arn"),
  ];
}

function describe({ path, id, form, allowed }: WrittenId): readonly Occurrence[] {
  if (id === undefined || form.test(id)) return [];
  return [
    {
      path,
      message: `${formatPath(path)} is ${id}; expected: ${allowed}.`,
      got: id,
      allowed,
      hint: "Copy it from the console or from `aws` output.",
    },
  ];
}
