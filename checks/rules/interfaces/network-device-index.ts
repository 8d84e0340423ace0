import type { Check } from "../../check.ts";
import { showInterface } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const networkDeviceIndex: Check = {
  code: "network-device-index",
  severity: "error",
  title: "A device index lies within what its network card takes.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      for (const one of group.interfaces ?? []) {
        const card = machine.cards.find((candidate) => candidate.index === one.card);
        if (card === undefined || (one.device >= 0 && one.device < card.maxInterfaces)) continue;
        yield {
          path: group.at,
          message: `${group.name}: ${showInterface(one)} is out of range; a network card of ${machine.name} takes ${card.maxInterfaces} interfaces, devices 0 to ${card.maxInterfaces - 1}.`,
          got: one.device,
          allowed: `0 to ${card.maxInterfaces - 1}`,
          hint: "Use device 0 on every further card, and device 1 on card 0 beside the primary interface.",
        };
      }
    }
  },
};
