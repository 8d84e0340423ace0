import { describe, expect, it } from "vitest";
import { codesOf, planned, plannedNetwork, planOf } from "./azure-environments.ts";

const VNET = "/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub";

describe("the network", () => {
  it("has a subnet for nodes, one for the API server, and one for everything that wants to be alone", () => {
    const { subnets } = plannedNetwork({
      storage: [
        { name: "scratch", kind: "parallel", sizeGiB: 4096 },
        { name: "builds", kind: "file", sizeGiB: 1024, throughputMBps: 1000 },
        { name: "corpus", kind: "object" },
      ],
    });
    expect(subnets.map(({ id }) => id).sort()).toEqual([
      "api-server",
      "endpoints",
      "lustre-scratch",
      "netapp",
      "nodes",
    ]);
    const byId = new Map(subnets.map((subnet) => [subnet.id, subnet]));
    expect(byId.get("netapp")?.delegation).toBe("Microsoft.NetApp/volumes");
    expect(byId.get("lustre-scratch")?.cidr).toMatch(/\/24$/);
    expect(byId.get("nodes")?.natGateway).toBe(true);
  });

  it("never takes what InfiniBand and AKS reserve", () => {
    for (const cidr of ["172.16.0.0/16", "172.30.0.0/16"]) {
      const codes = codesOf({
        network: { cidr },
        pools: [{ name: "train", machine: "Standard_ND96isr_H100_v5", nodes: 2 }],
      });
      expect(codes.some((code) => code === "infiniband-range" || code === "range-reserved")).toBe(true);
    }
  });

  it("that is too small says which prefix would do", () => {
    const { findings } = planOf({
      network: { cidr: "10.0.0.0/25" },
      storage: [{ name: "scratch", kind: "parallel" }],
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "network-too-small", allowed: "/23 or larger" }),
    );
  });

  it("that exists is used by the names of its subnets, and nothing of it is made", () => {
    const network = plannedNetwork({
      network: { existing: { vpc: VNET, subnets: [`${VNET}/subnets/aks`, `${VNET}/subnets/api-server`] } },
    });
    expect(network.cidrs).toEqual([]);
    expect(network.subnets).toEqual([]);
    expect(network.existing?.byRole).toMatchObject({
      nodes: `${VNET}/subnets/aks`,
      "api-server": `${VNET}/subnets/api-server`,
    });
  });

  it("that exists without a subnet for the file system is an error", () => {
    expect(
      codesOf({
        network: { existing: { vpc: VNET, subnets: [`${VNET}/subnets/aks`] } },
        storage: [{ name: "scratch", kind: "parallel", sizeGiB: 4096 }],
      }),
    ).toContain("subnet-role-missing");
  });

  it("opens the API only to the ranges of the file, which a policy can forbid", () => {
    const api = { publicFrom: ["203.0.113.0/24"] };
    expect(plannedNetwork({ network: { api } }).api.publicFrom).toEqual(api.publicFrom);
    expect(codesOf({ network: { api } })).toContain("policy-public-endpoints");
  });
});

describe("storage on Azure", () => {
  const storageOf = (spec: NonNullable<Parameters<typeof planned>[0]>["storage"]) =>
    planned({ storage: spec }).storage;

  it("rounds a Lustre size up to a step of its SKU", () => {
    const [plan] = storageOf([{ name: "scratch", kind: "parallel", sizeGiB: 10_000, throughputMBps: 4000 }]);
    expect(plan).toMatchObject({ sku: "AMLFS-Durable-Premium-500", sizeTiB: 12, sizeGiB: 12_288 });
  });

  it("takes the slowest SKU where size alone brings the throughput", () => {
    const [plan] = storageOf([
      { name: "scratch", kind: "parallel", sizeGiB: 144 * 1024, throughputMBps: 2000 },
    ]);
    expect(plan).toMatchObject({ sku: "AMLFS-Durable-Premium-40", sizeTiB: 144 });
  });

  it("joins blob storage when the file system is made, with a container for its log", () => {
    const [corpus, scratch] = storageOf([
      { name: "corpus", kind: "object" },
      { name: "scratch", kind: "parallel", source: "corpus" },
    ]);
    expect(corpus).toMatchObject({ furtherContainers: ["corpus-hsm-log"] });
    expect(scratch).toMatchObject({ hsm: { container: "corpus", loggingContainer: "corpus-hsm-log" } });
  });

  it("is an error where no SKU holds what is asked for", () => {
    expect(codesOf({ storage: [{ name: "scratch", kind: "parallel", sizeGiB: 900 * 1024 }] })).toContain(
      "lustre-too-large",
    );
  });

  it("says that a driver for amd64 alone does not serve arm64 nodes", () => {
    expect(
      codesOf({
        pools: [{ name: "rack", machine: "Standard_ND128isr_NDR_GB200_v6", nodes: 18 }],
        storage: [{ name: "scratch", kind: "parallel", sizeGiB: 4096 }],
      }),
    ).toContain("amlfs-architecture");
  });

  it("is a share of Azure Files, and NetApp Files where that is too slow", () => {
    const [share, volume] = storageOf([
      { name: "home", kind: "file", sizeGiB: 1024 },
      { name: "builds", kind: "file", sizeGiB: 1024, throughputMBps: 500 },
    ]);
    expect(share).toMatchObject({ product: "azure-files-nfs", httpsOnly: false });
    expect(volume).toMatchObject({ product: "azure-netapp-files", serviceLevel: "Ultra", poolTiB: 4 });
  });

  it("gives weights blobs over NFS, which need the hierarchical namespace and no forced HTTPS", () => {
    const [weights] = storageOf([{ name: "weights", kind: "model-cache" }]);
    expect(weights).toMatchObject({
      nfsV3: true,
      hierarchicalNamespace: true,
      httpsOnly: false,
      versioned: false,
    });
  });

  it("has versions or the hierarchical namespace, never both", () => {
    for (const versioned of [true, false]) {
      const [plan] = storageOf([{ name: "corpus", kind: "object", versioned }]);
      expect(plan).toMatchObject({ versioned, hierarchicalNamespace: !versioned });
    }
  });

  it("names accounts as Azure takes names", () => {
    const [plan] = storageOf([{ name: "a-very-long-name-of-storage", kind: "object" }]);
    const account = plan?.product === "azure-blob" ? plan.account.replace("{unique}", "01234567") : "";
    expect(account).toMatch(/^[a-z0-9]{3,24}$/);
  });
});

describe("the cluster", () => {
  it("has a Kubernetes version of the calendar, an overlay and Microsoft Entra accounts alone", () => {
    const { cluster } = planned();
    expect(cluster.version).toBe("1.37");
    expect(cluster.azure).toMatchObject({
      networkPluginMode: "overlay",
      localAccounts: false,
      identity: "user-assigned",
    });
  });

  it("is Free for a few nodes, Standard for more or for serving, Premium with long-term support", () => {
    const tier = (input: Parameters<typeof planned>[0]) => planned(input).cluster.azure?.tier;
    expect(tier({})).toBe("Free");
    expect(tier({ pools: [{ name: "a", machine: "Standard_NC24ads_A100_v4", nodes: 20 }] })).toBe("Standard");
    expect(tier({ orchestration: { extendedSupport: true } })).toBe("Premium");
    expect(tier({ azure: { tier: "Standard" } })).toBe("Standard");
  });

  it("takes objects through Flux where they come from a repository", () => {
    expect(planned({ orchestration: { delivery: "gitops" } }).cluster.azure?.extensions[0]?.type).toBe(
      "microsoft.flux",
    );
  });

  it("is not upgraded under nodes that work as one", () => {
    const pools = [{ name: "train", machine: "Standard_ND96isr_H100_v5", nodes: 2 }];
    expect(planned({ pools }).cluster.azure).toMatchObject({
      upgradeChannel: "none",
      nodeOsUpgradeChannel: "None",
    });
  });
});

describe("the figures", () => {
  it("count quota by the family's exact name and by the region", () => {
    const { quota } = planned({ pools: [{ name: "train", machine: "Standard_ND96asr_v4", nodes: 2 }] });
    expect(quota).toContainEqual(
      expect.objectContaining({ name: "Standard NDASv4_A100 Family", needed: 192 }),
    );
    expect(quota.find(({ name }) => name === "Total Regional Cores")?.needed).toBeGreaterThanOrEqual(192);
  });

  it("count spot nodes towards their own quota", () => {
    const pools = [
      { name: "a", machine: "Standard_NC24ads_A100_v4", nodes: 2, purchase: [{ kind: "spot" as const }] },
    ];
    const { quota } = planned({ pools });
    expect(quota.find(({ code }) => code === "lowPriorityCores")?.needed).toBe(48);
    expect(quota.some(({ name }) => name === "StandardNCADSA100v4Family")).toBe(false);
  });

  it("cost what the machines cost, and name every price that no source has", () => {
    const { cost } = planned({ pools: [{ name: "a", machine: "Standard_NC24ads_A100_v4", nodes: 2 }] });
    expect(cost.items.find(({ name }) => name.startsWith("a-on-demand"))?.usdPerHour).toBeCloseTo(7.346);
    expect(cost.unknown).toContain("NAT gateway");
    for (const { usdPerHour } of cost.items) expect(usdPerHour).not.toBe(0);
  });

  it("show that pools wait for the cluster, and the cluster for the data layer", () => {
    const { timeline } = planned();
    const pool = timeline.steps.find(({ id }) => id === "lab-cluster/gpu-on-demand");
    expect(pool?.after).toEqual(["lab-cluster/cluster-aks"]);
    expect(timeline.minutes).toBeGreaterThan(7);
  });

  it("give power and carbon", () => {
    const { energy } = planned({ pools: [{ name: "train", machine: "Standard_ND96isr_H100_v5", nodes: 2 }] });
    expect(energy.kilowatts).toBeGreaterThan(11);
    expect(energy.kgCo2ePerHour).toBeGreaterThan(0);
  });
});

describe("the guardrails", () => {
  it("stop the whole cluster at the end of the environment, where no pool is lowered beside it", () => {
    const { guardrails } = planned({ lifetime: "1d" });
    expect(guardrails.azure?.stopClusterAt).toBe("2026-11-24T12:00:00Z");
    expect(guardrails.azure?.schedules).toEqual([]);
  });

  it("lower the environment's own pools where the cluster belongs to somebody else", () => {
    const { guardrails } = planned({
      lifetime: "1d",
      orchestration: { existing: "shared", version: "1.36" },
    });
    expect(guardrails.azure?.stopClusterAt).toBeNull();
    expect(guardrails.azure?.schedules.map(({ id }) => id)).toEqual(["gpuod-expire"]);
  });

  it("lock what is kept", () => {
    expect(planned({ storage: [{ name: "corpus", kind: "object" }] }).guardrails.azure?.locks).toHaveLength(
      1,
    );
    expect(
      planned({ storage: [{ name: "corpus", kind: "object", retain: false }] }).guardrails.azure?.locks,
    ).toEqual([]);
  });
});
