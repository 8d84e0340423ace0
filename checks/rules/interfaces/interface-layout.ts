import type { Catalog } from "../../../catalog/catalog.ts";
import type { Machine } from "../../../catalog/types.ts";
import type { Check } from "../../check.ts";
import { fabricInterfaces, showCards } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const interfaceLayout: Check = {
  code: "interface-layout",
  severity: "error",
  title: "A complete fabric uses the network cards that the machine's layout names.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const expected = layoutCards(catalog, machine);
      const got = [...new Set(fabricInterfaces(group).map((one) => one.card))];
      if (expected === undefined || got.length !== expected.length) continue;
      const missing = expected.filter((card) => !got.includes(card));
      if (missing.length === 0) continue;
      const strange = got.filter((card) => !expected.includes(card));
      yield {
        path: group.at,
        message: `${group.name} wires EFA on network card ${showCards(got)}; ${machine.name} has it on card ${showCards(expected)}.`,
        got: showCards(got),
        allowed: showCards(expected),
        hint: `Move the EFA interface from card ${showCards(strange)} to card ${showCards(missing)}.`,
      };
    }
  },
};

function layoutCards(catalog: Catalog, machine: Machine): readonly number[] | undefined {
  if (machine.fabric.layout === null) return undefined;
  return catalog
    .fabricLayout(machine.fabric.layout)
    ?.ipSaving.filter((one) => one.kind !== "interface")
    .map((one) => one.card);
}
