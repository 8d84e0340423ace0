import type { AzureGuardrailsPlan } from "./azure.ts";
import type { GcpGuardrailsPlan } from "./gcp.ts";

export interface GuardrailsPlan {
  readonly budget: {
    readonly usdPerMonth: number;
    readonly alertAtPercent: readonly number[];
    /** Address that is alerted; `null` when the owner is not an address: then alerts go to the topic only. */
    readonly email: string | null;
  } | null;
  /** ISO time at which every pool goes to zero; `null` = no end. */
  readonly expiresAt: string | null;
  readonly auditTrail: boolean;
  readonly protectData: boolean;
  readonly kmsKeyArn: string | null;
  readonly permissionsBoundary: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly azure?: AzureGuardrailsPlan;
  readonly gcp?: GcpGuardrailsPlan;
}
