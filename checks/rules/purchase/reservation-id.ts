import type { Check } from "../../check.ts";

const RESERVATION_ID = /^cr-[0-9a-f]{8,17}$/;
const LOOKS_LIKE_ID = /^cr[-_]/i;

export const reservationId: Check = {
  code: "reservation-id",
  severity: "error",
  title: "A reservation is named by its id.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityReservation.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const id = group.reservation?.id;
      if (id === undefined || !LOOKS_LIKE_ID.test(id) || RESERVATION_ID.test(id)) continue;
      yield {
        path: group.at,
        message: `${group.name} names the reservation ${id}, which is no id of a capacity reservation.`,
        got: id,
        allowed: "cr- and 8 or 17 characters of 0-9 and a-f",
        hint: "Copy the id from the capacity reservations page of the EC2 console.",
      };
    }
  },
};
