import type { FindingKind } from "./finding.ts";
import { rules } from "./references/rules.ts";
import { hiddenCharacter, reservedKey } from "./suspicious-text.ts";
import { schemaFindingKinds } from "./validation/schema-finding-kinds.ts";
import { yamlFindingKinds } from "./yaml/yaml-finding-kinds.ts";

/** Every kind of finding that reading a file can give, for the generated findings page. */
export const specFindingKinds: readonly FindingKind[] = [
  ...yamlFindingKinds,
  hiddenCharacter,
  reservedKey,
  ...schemaFindingKinds,
  ...rules.map(({ code, severity, title, source }) => ({ code, severity, title, source })),
];
