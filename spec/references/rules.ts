import { accountSyntax } from "./account-syntax.ts";
import { afterCycle } from "./after-cycle.ts";
import { awsIdSyntax } from "./aws-ids.ts";
import { budgetAlertsNobody } from "./budget-owner.ts";
import { duplicateName } from "./duplicate-name.ts";
import { escapeBlockOfAnotherCloud } from "./escape-block.ts";
import { modelSource } from "./model-source.ts";
import { minAboveMax } from "./node-range.ts";
import { notBuiltYet } from "./not-built.ts";
import { nothingToBuild } from "./nothing-to-build.ts";
import { poolMachineTwice, poolWithoutMachine } from "./pool-machine.ts";
import { purchaseOfAnotherCloud } from "./purchase-cloud.ts";
import { flexStartTooLong, purchaseEndsBeforeStart } from "./purchase-dates.ts";
import { queueOfAnotherPool } from "./queue-pool.ts";
import type { Rule } from "./rule.ts";
import { storageSource } from "./storage-source.ts";
import { tagSyntax } from "./tag-syntax.ts";
import { unknownReferences } from "./unknown-reference.ts";
import { zoneNameForZoneId, zoneOfAnotherRegion, zoneSyntax } from "./zone-syntax.ts";

/** Everything that must hold between the parts of an environment file. */
export const rules: readonly Rule[] = [
  nothingToBuild,
  notBuiltYet,
  duplicateName,
  ...unknownReferences,
  afterCycle,
  modelSource,
  storageSource,
  queueOfAnotherPool,
  poolWithoutMachine,
  poolMachineTwice,
  minAboveMax,
  purchaseOfAnotherCloud,
  purchaseEndsBeforeStart,
  flexStartTooLong,
  escapeBlockOfAnotherCloud,
  accountSyntax,
  zoneNameForZoneId,
  zoneSyntax,
  zoneOfAnotherRegion,
  awsIdSyntax,
  tagSyntax,
  budgetAlertsNobody,
];
