import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, parseRange, type Range, sizeOf } from "../../planner/addresses/ipv4.ts";
import { arbitraryAzureEnvironment, planned, plannedNetwork } from "./azure-environments.ts";
import { catalog } from "./fixtures.ts";

const any = <Result>(check: (input: Parameters<typeof planned>[0]) => Result): void =>
  fc.assert(
    fc.property(arbitraryAzureEnvironment, (input) => {
      check(input);
    }),
    { numRuns: 80 },
  );

describe("any valid file on Azure", () => {
  it("gives a plan, as plain frozen data", () => {
    any((input) => {
      const plan = planned(input);
      expect(Object.isFrozen(plan.pools[0]?.options)).toBe(true);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    });
  });

  it("gives the same plan again", () => {
    any((input) => {
      expect(JSON.stringify(planned(input))).toBe(JSON.stringify(planned(input)));
    });
  });

  it("has address ranges that never overlap, aligned and inside the network", () => {
    any((input) => {
      const network = plannedNetwork(input);
      const [whole] = network.cidrs.map(parseRange);
      const subnets = network.subnets.map(({ cidr }) => parseRange(cidr));
      for (const subnet of subnets) {
        expect(subnet.start % sizeOf(subnet.prefix)).toBe(0);
        expect(whole !== undefined && within(subnet, whole)).toBe(true);
      }
      const inside = [...subnets, parseRange(network.podCidr), parseRange(network.serviceCidr)];
      inside.forEach((one, index) => {
        for (const other of inside.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
      });
    });
  });

  it("has addresses for every node, and a /24 of the overlay for each", () => {
    any((input) => {
      const plan = planned(input);
      const network = plannedNetwork(input);
      // What options supply: a reservation may hold fewer nodes than a pool wants, which is a finding.
      const options = plan.pools.flatMap((pool) => pool.options);
      const nodes = options.reduce((sum, option) => sum + option.nodes, 0);
      const subnet = network.subnets.find(({ role }) => role === "nodes");
      for (const { capacity, planned: needed } of network.subnets) {
        expect(capacity).toBeGreaterThanOrEqual(needed);
      }
      if (subnet !== undefined) expect(subnet.planned).toBeGreaterThanOrEqual(nodes);
      expect(sizeOf(parseRange(network.podCidr).prefix) / 256).toBeGreaterThanOrEqual(nodes);
    });
  });

  it("names every agent pool once, as AKS takes names", () => {
    any((input) => {
      const plan = planned(input);
      const names = [
        ...plan.pools.flatMap((pool) => pool.options.map((option) => option.azure?.agentPool)),
        ...plan.systemPools.map((pool) => pool.azure?.agentPool),
      ];
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{0,11}$/);
    });
  });

  it("has one owner of the driver on every node, and none that AKS forbids", () => {
    any((input) => {
      for (const { azure, acceleratorVendor, arch } of planned(input).pools) {
        expect(azure?.driverOwner === "aks").toBe(azure?.gpuDriver === "Install");
        if (acceleratorVendor === "AMD" || arch === "arm64") expect(azure?.gpuDriver).toBe("None");
      }
    });
  });

  it("has an ephemeral disk only where it fits on the machine", () => {
    any((input) => {
      for (const { azure, disk, localStorageGB } of planned(input).pools) {
        expect(azure?.osDiskType === "Ephemeral").toBe(disk.type === "ephemeral");
        if (azure?.osDiskType === "Ephemeral")
          expect(disk.sizeGiB * 2 ** 30).toBeLessThanOrEqual(localStorageGB * 1e9);
      }
    });
  });

  it("has file systems of sizes that are sold, and never smaller than asked for", () => {
    any((input) => {
      for (const plan of planned(input).storage) {
        if (plan.product !== "azure-managed-lustre" || plan.sizeGiB === null) continue;
        const row = catalog.storageSteps("azure").find(({ deploymentType }) => deploymentType === plan.sku);
        expect(row === undefined ? NaN : plan.sizeGiB % row.sizeGiB.step).toBe(0);
        const asked = input?.storage?.find(({ name }) => name === plan.name);
        expect(plan.sizeGiB).toBeGreaterThanOrEqual((asked && "sizeGiB" in asked ? asked.sizeGiB : 0) ?? 0);
      }
    });
  });
});

function within(inner: Range, outer: Range): boolean {
  return (
    inner.start >= outer.start && inner.start + sizeOf(inner.prefix) <= outer.start + sizeOf(outer.prefix)
  );
}
