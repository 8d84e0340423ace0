import type { Check } from "../../check.ts";

export const managedLustrePorts: Check = {
  code: "managed-lustre-ports",
  severity: "error",
  title: "All Managed Lustre instances of an environment use one port.",
  source: "https://docs.cloud.google.com/managed-lustre/docs/lustre-csi-driver-overview",
  clouds: ["gcp"],
  *violations({ fileSystems }) {
    const lustre = fileSystems.filter(
      (one) => one.product === "managed-lustre" && one.port6988 !== undefined,
    );
    const first = lustre[0];
    const other = lustre.find((one) => one.port6988 !== first?.port6988);
    if (first === undefined || other === undefined) return;
    const port = (old: boolean | undefined): string => (old === true ? "6988" : "988");
    yield {
      path: other.at,
      message: `${other.name} listens on port ${port(other.port6988)} and ${first.name} on ${port(first.port6988)}: a node's client speaks one of them.`,
      got: port(other.port6988),
      allowed: port(first.port6988),
      hint: "Give all of them the same gkeSupportEnabled setting.",
    };
  },
};
