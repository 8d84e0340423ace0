import { nearestNameHint } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const migProfileUnknown: Check = {
  code: "mig-profile-unknown",
  severity: "error",
  title: "A MIG profile is one that the accelerator has.",
  source: "https://docs.nvidia.com/datacenter/tesla/mig-user-guide/",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const profile = group.sharing?.kind === "mig" ? group.sharing.profile : undefined;
      const accelerator = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator);
      if (profile === undefined || accelerator === undefined) continue;
      const profiles = accelerator.migProfiles.map((one) => one.profile);
      if (profiles.includes(profile)) continue;
      yield {
        path: group.at,
        message:
          profiles.length === 0
            ? `${group.name} asks for MIG profile ${profile}, and ${accelerator.id} (${machine.name}) cannot be divided by MIG.`
            : `${group.name} asks for MIG profile ${profile}, which ${accelerator.id} (${machine.name}) does not have.`,
        got: profile,
        allowed: profiles.length === 0 ? undefined : profiles,
        hint:
          profiles.length === 0
            ? "Share it by time-slicing or mps."
            : (nearestNameHint(profile, profiles) ?? `Use ${profiles[0]}.`),
      };
    }
  },
};
