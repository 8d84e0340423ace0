import type { Check } from "../../check.ts";

export const reservationMachine: Check = {
  code: "reservation-machine",
  severity: "error",
  title: "Nodes are of the machine type that is reserved.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const machine = group.reservation?.machine;
      if (machine === undefined) continue;
      const other = group.machines.filter((one) => one !== machine);
      if (other.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} starts ${other.join(", ")}, and its reservation ${group.reservation?.id ?? ""} holds ${machine}.`,
        got: other,
        allowed: machine,
        hint: `Use ${machine} alone, or take the reservation away.`,
      };
    }
  },
};
