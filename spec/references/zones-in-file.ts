import type { Path } from "../finding.ts";
import type { EnvironmentDraft } from "../validation/draft.ts";

/** A place in a file that names a zone. */
export interface WrittenZone {
  readonly path: Path;
  readonly zone: string;
}

/** Every zone that a file names, in the order of the file. */
export function zonesIn(draft: EnvironmentDraft): readonly WrittenZone[] {
  const at = (path: Path, zone: string | undefined): readonly WrittenZone[] =>
    zone === undefined ? [] : [{ path, zone }];
  const list = (path: Path, zones: readonly (string | undefined)[] | undefined): readonly WrittenZone[] =>
    (zones ?? []).flatMap((zone, index) => at([...path, index], zone));
  return [
    ...list(["zones"], draft.zones),
    ...(draft.network?.existing?.subnets ?? []).flatMap((subnet, index) =>
      typeof subnet === "object" ? at(["network", "existing", "subnets", index, "zone"], subnet.zone) : [],
    ),
    ...(draft.pools ?? []).flatMap((pool, index) => [
      ...list(["pools", index, "zones"], pool?.zones),
      ...(pool?.purchase ?? []).flatMap((option, position) =>
        option !== undefined && "zone" in option
          ? at(["pools", index, "purchase", position, "zone"], option.zone)
          : [],
      ),
    ]),
    ...(draft.storage ?? []).flatMap((each, index) =>
      each?.kind === "parallel" ? at(["storage", index, "zone"], each.zone) : [],
    ),
  ];
}
