import type { CloudName } from "../../catalog/types.ts";
import { formatPath } from "../path.ts";
import type { PurchaseSpec } from "../schema/purchase.ts";
import type { Rule } from "./rule.ts";

type PurchaseKind = PurchaseSpec["kind"];

const SOLD: Readonly<Record<CloudName, readonly PurchaseKind[]>> = {
  aws: ["on-demand", "spot", "reservation", "capacity-block"],
  gcp: ["on-demand", "spot", "reservation", "flex-start", "queued", "calendar"],
  azure: ["on-demand", "spot", "reservation"],
};

/** The nearest thing that a cloud sells in place of another cloud's word. */
const INSTEAD: Readonly<Record<CloudName, Partial<Readonly<Record<PurchaseKind, PurchaseKind>>>>> = {
  aws: { calendar: "capacity-block", "flex-start": "spot", queued: "on-demand" },
  gcp: { "capacity-block": "calendar" },
  azure: {
    "capacity-block": "reservation",
    calendar: "reservation",
    "flex-start": "spot",
    queued: "on-demand",
  },
};

/** Capacity blocks are sold by AWS alone; flex-start, queued and calendar by Google Cloud alone. */
export const purchaseOfAnotherCloud: Rule = {
  code: "purchase-of-another-cloud",
  severity: "error",
  title: "A purchase option is one that the environment's cloud sells.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-blocks.html",
  violations: ({ cloud, pools }) =>
    cloud === undefined
      ? []
      : (pools ?? []).flatMap((pool, index) =>
          (pool?.purchase ?? []).flatMap((option, position) => {
            if (option?.kind === undefined || SOLD[cloud].includes(option.kind)) return [];
            const path = ["pools", index, "purchase", position, "kind"];
            return [
              {
                path,
                message: `${formatPath(path)} is ${option.kind}, which ${cloud} does not sell.`,
                got: option.kind,
                allowed: SOLD[cloud],
                hint: `The nearest on ${cloud} is ${INSTEAD[cloud][option.kind] ?? "on-demand"}.`,
              },
            ];
          }),
        ),
};
