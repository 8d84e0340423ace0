import type { Check } from "../../check.ts";
import { instant, showDay } from "../../instants.ts";

export const reservationOver: Check = {
  code: "reservation-over",
  severity: "error",
  title: "A reservation has not ended.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-blocks.html",
  *violations(facts) {
    if (facts.now === undefined) return;
    for (const group of facts.nodeGroups) {
      const end = instant(group.reservation?.end);
      if (end === undefined || end > facts.now) continue;
      yield {
        path: group.at,
        message: `${group.name}: reservation ${group.reservation?.id ?? ""} ended on ${showDay(end)}, and it is ${showDay(facts.now)}.`,
        got: group.reservation?.end,
        allowed: `an end after ${showDay(facts.now)}`,
        hint: "Remove this purchase option, or name the reservation that follows it.",
      };
    }
  },
};
