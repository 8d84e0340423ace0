import type { Check } from "../../check.ts";
import { fractionalWithMig } from "./fractional-with-mig.ts";
import { migProfileUnknown } from "./mig-profile-unknown.ts";
import { sharingOnNeuron } from "./sharing-on-neuron.ts";

/** How pods share an accelerator. */
export const sharingChecks: readonly Check[] = [migProfileUnknown, sharingOnNeuron, fractionalWithMig];
