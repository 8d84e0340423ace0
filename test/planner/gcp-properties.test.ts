import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, parseRange, type Range } from "../../planner/addresses/ipv4.ts";
import { catalog } from "./fixtures.ts";
import { arbitraryGcpEnvironment, planned, plannedNetwork } from "./gcp-environments.ts";

const any = <Result>(check: (input: Parameters<typeof planned>[0]) => Result): void =>
  fc.assert(
    fc.property(arbitraryGcpEnvironment, (input) => {
      check(input);
    }),
    { numRuns: 60 },
  );

describe("any valid file on Google Cloud", () => {
  it("gives a plan, as plain frozen data", () => {
    any((input) => {
      const plan = planned(input);
      expect(Object.isFrozen(plan.storage)).toBe(true);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    });
  });

  it("gives the same plan again", () => {
    any((input) => {
      expect(JSON.stringify(planned(input))).toBe(JSON.stringify(planned(input)));
    });
  });

  it("has address ranges that never overlap, and none that must stay free", () => {
    any((input) => {
      const network = plannedNetwork(input);
      const primary = [network.nodes, ...network.pods, network.services, network.privateServices].flatMap(
        (one) => (one === null ? [] : [one.cidr]),
      );
      const fabric = network.fabric.flatMap(({ subnets }) => subnets.map(({ cidr }) => cidr));
      const all: Range[] = [...primary, network.controlPlaneCidr, ...fabric].map(parseRange);
      const avoid = (input?.network?.avoid ?? []).map(parseRange);
      all.forEach((one, index) => {
        for (const other of [...all.slice(index + 1), ...avoid]) expect(overlaps(one, other)).toBe(false);
      });
    });
  });

  it("has addresses for every node and its pods", () => {
    any((input) => {
      const plan = planned(input);
      const network = plannedNetwork(input);
      const sizes = plan.pools.flatMap(({ options }) =>
        options.flatMap(({ gcp }) => (gcp?.nodePools ?? []).map(({ size }) => size.max)),
      );
      const most = sizes.reduce((sum, max) => sum + max, 0);
      const fabric = network.fabric.flatMap(({ subnets }) => subnets);
      for (const range of [network.nodes, ...network.pods, ...fabric]) {
        if (range !== null) expect(range.capacity).toBeGreaterThanOrEqual(range.planned);
      }
      expect(network.nodes?.planned).toBeGreaterThanOrEqual(most);
    });
  });

  it("names node pools, networks and policies once, as Google Cloud takes names", () => {
    any((input) => {
      const plan = planned(input);
      const options = plan.pools.flatMap(({ options: all }) => all.flatMap(({ gcp }) => gcp ?? []));
      const pools = options.flatMap(({ nodePools }) => nodePools.map(({ id }) => id));
      expect(new Set(pools).size).toBe(pools.length);
      for (const name of pools) expect(name).toMatch(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/);
      for (const { name } of plannedNetwork(input).fabric) expect(name.length).toBeLessThanOrEqual(63);
    });
  });

  it("lets every node pool name only networks and subnets of the plan", () => {
    any((input) => {
      const plan = planned(input);
      const known = new Map(
        plannedNetwork(input).fabric.map(({ id, subnets }) => [id, subnets.map((subnet) => subnet.id)]),
      );
      for (const { network, subnet } of plan.pools.flatMap(({ options }) =>
        options.flatMap(({ gcp }) => gcp?.additionalNetworks ?? []),
      )) {
        expect(known.has(network)).toBe(true);
        if (subnet !== null) expect(known.get(network)).toContain(subnet);
      }
    });
  });

  it("holds to what each way of buying excludes", () => {
    any((input) => {
      for (const { gcp } of planned(input).pools.flatMap(({ options }) => options)) {
        if (gcp === undefined) throw new Error("An option without its GKE part.");
        const reserved = gcp.reservation.type === "SPECIFIC_RESERVATION";
        expect(reserved && (gcp.spot || gcp.flexStart || gcp.queuedProvisioning)).toBe(false);
        if (gcp.flexStart) expect(gcp.autoRepair).toBe(false);
        if (gcp.flexStart || gcp.queuedProvisioning) {
          expect(gcp.autoscaling).not.toBeNull();
          expect(gcp.nodePools.every(({ size }) => size.min === 0 && size.desired === 0)).toBe(true);
        }
        if (gcp.placement !== null) expect(gcp.nodePools.every(({ zones }) => zones.length <= 1)).toBe(true);
        if (reserved)
          expect(gcp.nodePools.every(({ reservationValue }) => reservationValue !== null)).toBe(true);
      }
    });
  });

  it("has file systems of sizes that are sold, and never smaller than asked for", () => {
    any((input) => {
      for (const plan of planned(input).storage) {
        if (plan.product !== "managed-lustre" || plan.sizeGiB === null) continue;
        const row = catalog
          .storageSteps("gcp")
          .find((steps) => steps.product === plan.product && steps.throughputMBpsPerTiB === plan.mbpsPerTiB);
        expect(row === undefined ? Number.NaN : plan.sizeGiB % row.sizeGiB.step).toBe(0);
        const asked = input?.storage?.find(({ name }) => name === plan.name);
        expect(plan.sizeGiB).toBeGreaterThanOrEqual((asked && "sizeGiB" in asked ? asked.sizeGiB : 0) ?? 0);
      }
    });
  });

  it("sets every pool to nothing at the end of its lifetime", () => {
    any((input) => {
      const plan = planned({ ...input, lifetime: "3d" });
      const calls = plan.guardrails.gcp?.scheduledCalls ?? [];
      const stopped = new Set(
        calls.filter(({ body }) => body.nodeCount === 0).map(({ nodePool }) => nodePool),
      );
      for (const option of plan.pools.flatMap(({ options }) => options)) {
        if (option.activeFrom !== null) continue;
        for (const { id } of option.gcp?.nodePools ?? []) expect(stopped.has(id)).toBe(true);
      }
    });
  });
});
