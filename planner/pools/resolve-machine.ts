import type { Machine } from "../../catalog/types.ts";
import type { Path } from "../../spec/finding.ts";
import { nearestName } from "../../spec/nearest-name.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import type { RejectedCandidate } from "../plan/pool.ts";
import { chooseMachine } from "./choose-machine.ts";
import {
  acceleratorsPerNodeDiffer,
  acceleratorUnknown,
  machineFactsMissing,
  machineUnknown,
  noMachineSuits,
  poolWithoutMachine,
} from "./finding-kinds.ts";
import { machineWish } from "./machine-wish.ts";
import { count } from "./unsuitable.ts";

export interface ResolvedMachine {
  readonly machine: Machine;
  readonly because: string;
  readonly rejected: readonly RejectedCandidate[];
}

/** The machine that a pool names, or the best for the accelerator that it names; `undefined` with a finding when there is none. */
export function resolveMachine(
  spec: PoolSpec,
  index: number,
  environment: Environment,
  context: PlanContext,
): ResolvedMachine | undefined {
  if (spec.machine !== undefined) {
    return named(spec, spec.machine, ["pools", index, "machine"], environment, context);
  }
  if (spec.accelerator !== undefined) {
    return chosen(spec, spec.accelerator, ["pools", index, "accelerator"], environment, context);
  }
  context.report(poolWithoutMachine, {
    path: ["pools", index],
    message: `${spec.name} says neither machine nor accelerator.`,
    allowed: "machine or accelerator",
    hint: "Write accelerator: h100 to let the planner choose, or machine: p5.48xlarge to choose yourself.",
  });
  return undefined;
}

function named(
  spec: PoolSpec,
  name: string,
  path: Path,
  { cloud }: Environment,
  { catalog, report }: PlanContext,
): ResolvedMachine | undefined {
  const machine = catalog.machine(cloud, name);
  if (machine === undefined) {
    const names = [...catalog.machines(cloud), ...catalog.cpuMachines(cloud)].map((each) => each.name);
    const near = nearestName(name, names);
    report(machineUnknown, {
      path,
      message: `${spec.name}: there is no machine type ${name} in the catalog.`,
      got: name,
      allowed: near === undefined ? undefined : [near],
      hint: near === undefined ? "Look it up with `engineroom catalog machines`." : `Did you mean ${near}?`,
    });
    return undefined;
  }
  if (machine.unknown.length > 0) {
    report(machineFactsMissing, {
      severity: "error",
      path,
      message: `${spec.name}: ${machine.name} cannot be planned, because these facts are not known: ${machine.unknown.join("; ")}.`,
      got: machine.name,
      hint: "Choose another machine type, or add the missing facts with their source to the catalog.",
    });
    return undefined;
  }
  if (spec.acceleratorsPerNode !== undefined && spec.acceleratorsPerNode !== machine.acceleratorCount) {
    report(acceleratorsPerNodeDiffer, {
      path: [...path.slice(0, 2), "acceleratorsPerNode"],
      message: `${spec.name} wants ${spec.acceleratorsPerNode} accelerators on a node, and ${machine.name} has ${count(machine)}.`,
      got: spec.acceleratorsPerNode,
      allowed: machine.acceleratorCount,
      hint: "Leave acceleratorsPerNode out beside a machine, or say an accelerator in place of the machine.",
    });
  }
  return { machine, because: "the file names it", rejected: [] };
}

function chosen(
  spec: PoolSpec,
  name: string,
  path: Path,
  environment: Environment,
  { catalog, report }: PlanContext,
): ResolvedMachine | undefined {
  const accelerator = catalog.accelerator(name);
  if (accelerator === undefined) {
    const near = nearestName(
      name,
      catalog.accelerators().flatMap(({ id, aliases }) => [id, ...aliases]),
    );
    report(acceleratorUnknown, {
      path,
      message: `${spec.name}: the catalog has no accelerator ${name}.`,
      got: name,
      hint:
        near === undefined ? "Look it up with `engineroom catalog accelerators`." : `Did you mean ${near}?`,
    });
    return undefined;
  }
  const { machine, because, rejected } = chooseMachine(machineWish(spec, environment, accelerator), catalog);
  if (machine !== undefined) return { machine, because, rejected };
  report(noMachineSuits, {
    path,
    message:
      rejected.length === 0
        ? `${spec.name}: no machine of ${environment.cloud} has the accelerator ${accelerator.id}.`
        : `${spec.name}: no machine with ${accelerator.id} suits. ${rejected.map((each) => `${each.machine} ${each.reason}`).join(". ")}.`,
    got: name,
    hint: hintFor(rejected, accelerator.id, environment, catalog),
  });
  return undefined;
}

function hintFor(
  rejected: readonly RejectedCandidate[],
  accelerator: string,
  { cloud }: Environment,
  catalog: PlanContext["catalog"],
): string {
  const regions = new Set(
    catalog
      .machines(cloud)
      .filter((machine) => machine.accelerator === accelerator && machine.status !== "retired")
      .flatMap(({ offered }) => Object.keys(offered)),
  );
  if (rejected.length === 0 || regions.size === 0) return "Choose another accelerator, or another cloud.";
  return `Change what the reasons name, or the region: it is offered in ${[...regions].slice(0, 6).join(", ")}${regions.size > 6 ? " and others" : ""}.`;
}
