import type { CloudName } from "../../catalog/types.ts";
import type { Occurrence } from "../finding.ts";
import { formatPath } from "../path.ts";
import type { EnvironmentDraft } from "../validation/draft.ts";
import type { Rule } from "./rule.ts";
import { type WrittenZone, zonesIn } from "./zones-in-file.ts";

/** `us-east-2a`, and with a local zone `us-west-2-lax-1a`. */
const AWS_ZONE_NAME = /^[a-z]{2,4}(-[a-z]+)+-\d(-[a-z]+-\d)?[a-z]$/;

const ZONE: Readonly<Record<CloudName, { readonly form: RegExp; readonly allowed: string }>> = {
  aws: { form: /^[a-z]+\d+(-[a-z]+\d+)?-az\d+$/, allowed: "an AWS zone id, for example use2-az1" },
  gcp: { form: /^[a-z]+-[a-z]+\d+-[a-z0-9]+$/, allowed: "a Google Cloud zone, for example us-central1-a" },
  azure: { form: /^([a-z0-9]+-)?[1-9]$/, allowed: "an Azure zone number, for example 1" },
};

/** AWS gives zones other names in every account; only their ids mean the same place. */
export const zoneNameForZoneId: Rule = {
  code: "zone-name-for-zone-id",
  severity: "error",
  title: "On AWS zones are given by their id, not by the name that they have in one account.",
  source: "https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html",
  violations: (draft) =>
    writtenZones(draft, "aws")
      .filter(({ zone }) => AWS_ZONE_NAME.test(zone))
      .map(({ path, zone }) => ({
        path,
        message: `${formatPath(path)} is ${zone}, the name that a zone has in one account only.`,
        got: zone,
        allowed: ZONE.aws.allowed,
        hint: `Names are shuffled from account to account: look up the id with \`aws ec2 describe-availability-zones --zone-names ${zone} --query 'AvailabilityZones[].ZoneId'\`.`,
      })),
};

/** A zone that cannot exist is found out before anything is looked up. */
export const zoneSyntax: Rule = {
  code: "zone-syntax",
  severity: "error",
  title: "Zones are written as the environment's cloud writes them.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
  violations: (draft) => {
    const { cloud } = draft;
    return cloud === undefined
      ? []
      : writtenZones(draft, cloud)
          .filter(
            ({ zone }) => !ZONE[cloud].form.test(zone) && !(cloud === "aws" && AWS_ZONE_NAME.test(zone)),
          )
          .map((written) => wrongForm(cloud, written));
  },
};

/** A Google Cloud zone carries its region's name. */
export const zoneOfAnotherRegion: Rule = {
  code: "zone-of-another-region",
  severity: "error",
  title: "Zones lie in the environment's region.",
  source: "https://cloud.google.com/compute/docs/regions-zones",
  violations: (draft) =>
    writtenZones(draft, "gcp")
      .filter(
        ({ zone }) =>
          draft.region !== undefined && ZONE.gcp.form.test(zone) && !zone.startsWith(`${draft.region}-`),
      )
      .map(({ path, zone }) => ({
        path,
        message: `${formatPath(path)} is ${zone}, which is not in ${draft.region}.`,
        got: zone,
        allowed: `a zone of ${draft.region}`,
        hint: "Change the zone or the region.",
      })),
};

function writtenZones(draft: EnvironmentDraft, cloud: CloudName): readonly WrittenZone[] {
  return draft.cloud === cloud ? zonesIn(draft) : [];
}

function wrongForm(cloud: CloudName, { path, zone }: WrittenZone): Occurrence {
  return {
    path,
    message: `${formatPath(path)} is ${zone}; expected: ${ZONE[cloud].allowed}.`,
    got: zone,
    allowed: ZONE[cloud].allowed,
    hint: "Remove the line to let the planner choose.",
  };
}
