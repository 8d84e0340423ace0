import type { Check } from "../../check.ts";

export const diskUnencrypted: Check = {
  code: "disk-unencrypted",
  severity: "error",
  title: "The disks of nodes are encrypted.",
  source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, disks } of facts.nodeGroups) {
      const open = (disks ?? []).filter((disk) => disk.encrypted === false || disk.encrypted === null);
      if (open.length === 0) continue;
      const explicit = open.some((disk) => disk.encrypted === false);
      yield {
        severity: explicit ? "error" : "warning",
        path: at,
        message: explicit
          ? `${name} has a disk that is not encrypted.`
          : `${name} leaves the encryption of its disks to the account's default.`,
        got: explicit ? false : null,
        allowed: true,
        hint: "Set Ebs.Encrypted to true in the launch template.",
      };
    }
  },
};
