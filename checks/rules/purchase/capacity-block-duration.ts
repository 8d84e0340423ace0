import type { Check } from "../../check.ts";
import { daysBetween, instant } from "../../instants.ts";

export const capacityBlockDuration: Check = {
  code: "capacity-block-duration",
  severity: "warning",
  title: "A capacity block lasts whole days up to 14, then whole weeks up to 182 days.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-blocks-how.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    const longest = catalog.limit("aws", "ec2-capacity-block-days")?.value;
    const daily = catalog.limit("aws", "ec2-capacity-block-daily-days")?.value;
    const step = catalog.limit("aws", "ec2-capacity-block-step-days")?.value;
    if (longest === undefined || daily === undefined || step === undefined) return;
    for (const group of facts.nodeGroups) {
      const start = instant(group.reservation?.start);
      const end = instant(group.reservation?.end);
      if (group.reservation?.kind !== "capacity-block" || start === undefined || end === undefined) continue;
      const days = Math.round(daysBetween(start, end) * 100) / 100;
      const tooLong = days > longest;
      const isStep = days > 0 && days % (days <= daily ? 1 : step) === 0;
      if (!tooLong && isStep) continue;
      yield {
        severity: tooLong || days <= 0 ? "error" : "warning",
        path: group.at,
        message: `${group.name}: capacity block ${group.reservation.id} would last ${days} days.`,
        got: days,
        allowed: `1 to ${daily} days, or multiples of ${step} up to ${longest}`,
        hint: "Copy start and end from the block's own page: they are fixed when it is bought.",
      };
    }
  },
};
