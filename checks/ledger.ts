import { acrossCloudsFailures } from "./ledger/across-clouds.ts";
import { azureFailures } from "./ledger/azure.ts";
import { bootstrapFailures } from "./ledger/bootstrap.ts";
import { capacityFailures } from "./ledger/capacity.ts";
import { googleCloudFailures } from "./ledger/google-cloud.ts";
import { networkFailures } from "./ledger/network.ts";
import { validationFailures } from "./ledger/validation.ts";

/** What becomes of a failure: a check catches it, the design leaves no room for it, or nobody can know it beforehand. */
export type Outcome =
  | { readonly kind: "caught"; readonly codes: readonly string[] }
  | { readonly kind: "designed-out"; readonly where: string; readonly how: string }
  | { readonly kind: "unknowable"; readonly why: string };

/** A failure that recurs in real environments. */
export interface Failure {
  /** Group and number: A capacity, B network, C rack scale, D bootstrap, E tear-down, F validators' own defects, X Azure and across clouds. */
  readonly id: string;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly incidents: readonly string[];
}

/** Every recurrent failure: of AWS and shared ones, of Google Cloud alone, of Azure and across clouds. */
export const failures: readonly Failure[] = [
  ...capacityFailures,
  ...networkFailures,
  ...bootstrapFailures,
  ...validationFailures,
  ...googleCloudFailures,
  ...azureFailures,
  ...acrossCloudsFailures,
];
