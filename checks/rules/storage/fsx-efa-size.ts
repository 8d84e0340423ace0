import type { Check } from "../../check.ts";
import { lustreFileSystems, lustreSteps } from "../../lustre.ts";

export const fsxEfaSize: Check = {
  code: "fsx-efa-size",
  severity: "error",
  title: "A Lustre file system with EFA is a multiple of its tier's smallest EFA size.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/efa-file-systems.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const fileSystem of lustreFileSystems(facts)) {
      const { at, name, efa, sizeGiB, mbpsPerTiB } = fileSystem;
      const row = lustreSteps(catalog, fileSystem).find((one) => one.throughputMBpsPerTiB === mbpsPerTiB);
      const steps = row?.efaSizeGiB;
      if (efa !== true || sizeGiB === undefined || steps === undefined || steps === null) continue;
      if (sizeGiB >= steps.first && sizeGiB % steps.step === 0) continue;
      const next = Math.max(steps.first, Math.ceil(sizeGiB / steps.step) * steps.step);
      yield {
        path: at,
        message: `${name} has ${sizeGiB} GiB with EFA at ${mbpsPerTiB} MB/s per TiB; there it starts at ${steps.first} GiB and grows by ${steps.step}.`,
        got: sizeGiB,
        allowed: `${steps.first}, then multiples of ${steps.step}`,
        hint: `Use ${next} GiB, a higher tier, or no EFA.`,
      };
    }
  },
};
