import type { Check } from "../../check.ts";

const PATH =
  /^(projects\/[a-z0-9:.-]+\/reservations\/)?[a-z]([-a-z0-9]*[a-z0-9])?(\/reservationBlocks\/[-a-z0-9]+(\/reservationSubBlocks\/[-a-z0-9]+)?)?$/;

export const reservationPath: Check = {
  code: "reservation-path",
  severity: "error",
  title: "A specific reservation is named once, by its name or path.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/consuming-reservations",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      const named = gcp?.reservations;
      if (gcp?.reservationAffinity !== "specific" || named === undefined) continue;
      const strange = named.filter((one) => !PATH.test(one));
      if (named.length === 1 && strange.length === 0) continue;
      yield {
        path: at,
        message:
          strange.length > 0
            ? `${name} names the reservation ${strange.join(", ")}, which is no name of one.`
            : `${name} uses a specific reservation and names ${named.length} of them.`,
        got: named,
        allowed:
          "NAME, NAME/reservationBlocks/BLOCK or NAME/reservationBlocks/BLOCK/reservationSubBlocks/SUB",
        hint: "Name one reservation in an option, and add an option for each further one.",
      };
    }
  },
};
