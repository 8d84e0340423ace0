import { z } from "zod";

/** `14d`, `36h`, `90m`, `2w`. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,4}(m|h|d|w)$/, "a whole number followed by m, h, d or w, for example 14d");

/** RFC 3339 time in UTC or with an offset, to the second. */
export const instant = z.iso.datetime({
  offset: true,
  error: "a time to the second with Z or an offset, for example 2027-03-01T11:30:00Z",
});

/** Lower-case DNS label (RFC 1123), starting with a letter because several clouds require it. */
export const label = z
  .string()
  .regex(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    "lower-case letters, digits and hyphens, starting with a letter, at most 63 characters",
  );

/** A cloud's or a catalog's own name of something: printable ASCII, so that no two names look alike. */
export const identifier = z
  .string()
  .regex(/^[\x21-\x7e]{1,512}$/, "ASCII letters, digits and punctuation without spaces");

/**
 * An identifier that people write with digits alone, where YAML reads a number. The loader takes such a number as it is
 * written; the generated JSON Schema lets editors accept it too.
 */
export const numericText = identifier.meta({ type: ["string", "number"] });

/** IPv4 range. */
export const cidr = z.cidrv4({ error: "an IPv4 range, for example 10.40.0.0/16" });

/** A count of whole things, at least one. */
export const count = z.int().min(1).max(100_000);

/** DNS name with at least two labels. */
export const hostName = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    "a lower-case DNS name, for example chat.example.com",
  );

/** Container image reference: registry, repository, tag or digest. */
export const image = z
  .string()
  .regex(
    /^[a-zA-Z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/,
    "a container image, for example registry.example.com/team/image:1.4",
  );

const environmentVariableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "letters, digits and underscores, not starting with a digit");

/** Environment variables of a container. */
export const variables = z.record(environmentVariableName, z.string());

/** Environment variables taken from Kubernetes secrets. */
export const secretVariables = z.record(
  environmentVariableName,
  z
    .string()
    .regex(
      /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?\/[-._a-zA-Z0-9]+$/,
      "secret/key, for example registry-login/token",
    ),
);

/** Kubernetes label key: an optional DNS prefix and a name of at most 63 characters. */
export const labelKey = z
  .string()
  .regex(
    /^([a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?$/,
    "a Kubernetes label key, for example example.com/team",
  );

/** Kubernetes label value. */
export const labelValue = z
  .string()
  .regex(
    /^([A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?)?$/,
    "at most 63 letters, digits, hyphens, underscores and dots, starting and ending with a letter or digit",
  );

/** How nodes can be bought, on any cloud. */
export const purchaseKinds = [
  "on-demand",
  "spot",
  "reservation",
  "capacity-block",
  "flex-start",
  "queued",
  "calendar",
] as const;

const MINUTES = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 } as const;

/** Minutes in a duration such as `14d`. The text must have passed the `duration` schema. */
export function durationMinutes(text: string): number {
  const unit = text.at(-1) as keyof typeof MINUTES;
  return Number.parseInt(text, 10) * MINUTES[unit];
}
