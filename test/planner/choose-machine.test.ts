import { describe, expect, test } from "vitest";
import { codes, onlyPool, planned, reasonAgainst } from "./planned.ts";

describe("an accelerator in place of a machine", () => {
  test("several fixed nodes of linked accelerators get whole machines with a fabric", () => {
    const pool = onlyPool({ accelerator: "h100", nodes: 4 });
    expect(pool.machine).toBe("p5.48xlarge");
    expect(pool.fabric.interfacesPerNode).toBe(32);
    expect(reasonAgainst(pool, "p5.4xlarge")).toBe(
      "has 1 H100, 4 nodes that work as one want 8 each and a fabric",
    );
    expect(pool.chosenBecause).toContain("4 nodes that work as one");
  });

  test("a single node gets the smallest machine of the cheapest price per accelerator", () => {
    expect(onlyPool({ accelerator: "h100" }).machine).toBe("p5.4xlarge");
  });

  test("an elastic pool gets the cheapest machine, and says the price", () => {
    const pool = onlyPool({ accelerator: "l40s", nodes: { min: 0, max: 8 } });
    expect(pool.machine).toBe("g6e.xlarge");
    expect(pool.chosenBecause).toContain("$1.86 per accelerator");
    expect(reasonAgainst(pool, "g6e.48xlarge")).toBe(
      "costs $3.77 per accelerator and hour, g6e.xlarge $1.86",
    );
  });

  test("accelerators that are not linked stay cheap, unless their work trains", () => {
    const workloads = [
      { name: "base", kind: "training" as const, model: "llama-3.1-8b", tokens: 1e9, pool: "train" },
    ];
    expect(onlyPool({ accelerator: "l40s", nodes: 2 }).machine).toBe("g6e.xlarge");
    expect(onlyPool({ accelerator: "l40s", nodes: 2 }, { workloads }).machine).toBe("g6e.48xlarge");
  });

  test("of two machines with as many accelerators and as wide a fabric, the one with a known price is taken", () => {
    const pool = onlyPool({ accelerator: "h200", nodes: 4 });
    expect(pool.machine).toBe("p5en.48xlarge");
    expect(reasonAgainst(pool, "p5e.48xlarge")).toBe("has no known on-demand price here");
  });

  test("accelerators per node are met exactly", () => {
    const pool = onlyPool({ accelerator: "l4", acceleratorsPerNode: 8 });
    expect(pool.machine).toBe("g6.48xlarge");
    expect(reasonAgainst(pool, "g6.xlarge")).toBe("has 1 L4, and a node must have 8");
  });

  test("a slice of an accelerator is taken only when it is asked for", () => {
    expect(reasonAgainst(onlyPool({ accelerator: "l4" }), "g6f.xlarge")).toContain("has a slice of 0.125 L4");
    expect(onlyPool({ accelerator: "l4", acceleratorsPerNode: 0.125 }).machine).toBe("g6f.large");
  });

  test("the way of buying is met", () => {
    const block = {
      kind: "capacity-block" as const,
      id: "cr-0a1b2c3d4e5f60718",
      start: "2027-03-01T11:30:00Z",
      end: "2027-03-15T11:30:00Z",
    };
    const { pools, findings } = planned({ pools: [{ name: "a", accelerator: "l4", purchase: [block] }] });
    expect(pools).toEqual([]);
    expect(findings[0]?.message).toContain("g6.xlarge is not sold as capacity-block");
  });

  test("zones of the file hold: a machine that none of them offers is rejected with the zones that do", () => {
    const pool = onlyPool({ accelerator: "h200", nodes: 2 }, { region: "us-east-1", zones: ["use1-az6"] });
    expect(pool.machine).toBe("p5en.48xlarge");
    const { findings } = planned({
      region: "us-east-1",
      zones: ["use1-az1"],
      pools: [{ name: "a", accelerator: "b200" }],
    });
    expect(findings[0]?.message).toContain("p6-b200.48xlarge is not offered in use1-az1, only in use1-az6");
  });

  test("an accelerator that the image's driver does not run is refused, with the driver", () => {
    const { pools, findings } = planned({ pools: [{ name: "a", accelerator: "rtx-pro-4500" }] });
    expect(pools).toEqual([]);
    expect(findings[0]).toMatchObject({ code: "no-machine-suits", path: ["pools", 0, "accelerator"] });
    expect(findings[0]?.message).toContain("needs driver 595 or newer");
  });

  test("an earlier generation is taken where there is no later one", () => {
    expect(onlyPool({ accelerator: "a10g" }).machine).toBe("g5.xlarge");
  });

  test("an accelerator that is sold elsewhere names the regions", () => {
    const { findings } = planned({ region: "eu-west-3", pools: [{ name: "a", accelerator: "trainium2" }] });
    expect(findings[0]?.code).toBe("no-machine-suits");
    expect(findings[0]?.hint).toContain("us-east-2");
  });
});

describe("what cannot be planned", () => {
  test("a misspelt machine names the nearest one", () => {
    const { pools, findings } = planned({ pools: [{ name: "a", machine: "p5.48xlrge" }] });
    expect(pools).toEqual([]);
    expect(findings[0]).toMatchObject({
      code: "machine-unknown",
      severity: "error",
      path: ["pools", 0, "machine"],
    });
    expect(findings[0]?.hint).toBe("Did you mean p5.48xlarge?");
  });

  test("a misspelt accelerator names the nearest one", () => {
    const { findings } = planned({ pools: [{ name: "a", accelerator: "h10" }] });
    expect(findings[0]).toMatchObject({
      code: "accelerator-unknown",
      hint: expect.stringMatching(/^Did you mean /),
    });
  });

  test("p6e-gb200 is refused with everything that is not known of it", () => {
    const { pools, findings } = planned({ pools: [{ name: "a", machine: "p6e-gb200.36xlarge" }] });
    expect(pools).toEqual([]);
    expect(findings[0]).toMatchObject({ code: "machine-facts-missing", severity: "error" });
    expect(findings[0]?.message).toMatch(/network cards.*zones.*price/s);
  });

  test("one bad pool leaves the others planned", () => {
    const { pools } = planned({
      pools: [
        { name: "a", machine: "p6e-gb200.36xlarge" },
        { name: "b", machine: "g6.xlarge" },
      ],
    });
    expect(pools.map(({ name }) => name)).toEqual(["b"]);
  });

  test("an accelerator without a driver image is planned with the plain image and a warning", () => {
    const { pools, findings } = planned({
      pools: [{ name: "a", machine: "dl2q.24xlarge" }],
      region: "us-west-2",
    });
    expect(pools[0]?.image.type).toBe("AL2023_x86_64_STANDARD");
    expect(codes(findings)).toContain("no-driver-image");
  });

  test("a machine whose accelerators differ from those that the pool says", () => {
    const { findings } = planned({ pools: [{ name: "a", machine: "g6.xlarge", acceleratorsPerNode: 8 }] });
    expect(codes(findings)).toEqual(["accelerators-per-node-differ"]);
  });

  test("steps without a pool, an unknown region and a lifetime that is over are said once", () => {
    const storage = [{ name: "in", kind: "object" as const }];
    const step = { name: "embed", image: "registry.example.com/embed:1", accelerators: 1 };
    const data = { name: "w", kind: "data" as const, reads: "in", writes: "in", steps: [step] };
    expect(codes(planned({ pools: [], storage, workloads: [data] }).findings)).toContain(
      "workloads-without-pool",
    );
    const unknown = planned({ region: "us-east-9" }).findings.filter(({ code }) => code === "region-unknown");
    expect(unknown).toHaveLength(1);
    expect(codes(planned({ lifetime: "2026-01-01T00:00:00Z" }).findings)).toContain("lifetime-over");
  });
});

describe("node settings", () => {
  test("the image follows from the accelerator's vendor and the architecture", () => {
    expect(onlyPool({ machine: "p5.48xlarge" }).image).toMatchObject({
      type: "AL2023_x86_64_NVIDIA",
      driverMajor: 580,
    });
    expect(onlyPool({ machine: "g5g.xlarge" }, { region: "us-east-1" }).image.type).toBe(
      "AL2023_ARM_64_NVIDIA",
    );
    expect(onlyPool({ machine: "trn2.48xlarge" }).image.type).toBe("AL2023_x86_64_NEURON");
  });

  test("an image that the file names wins", () => {
    const aws = { amiType: "BOTTLEROCKET_x86_64_NVIDIA", amiReleaseVersion: "1.42.0-1" };
    expect(onlyPool({ machine: "g6.xlarge" }, { aws }).image).toEqual({
      type: "BOTTLEROCKET_x86_64_NVIDIA",
      release: "1.42.0-1",
      driverMajor: null,
    });
  });

  test("each vendor's resource is the taint that keeps other pods away; the file's come after it", () => {
    const [own, given] = onlyPool({
      machine: "g6.xlarge",
      taints: [{ key: "team", effect: "NoExecute" }],
    }).taints;
    expect(own).toEqual({ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" });
    expect(given).toEqual({ key: "team", value: "", effect: "NoExecute" });
    expect(onlyPool({ machine: "trn2.48xlarge" }).taints[0]?.key).toBe("aws.amazon.com/neuron");
  });

  test("labels name the pool, the accelerator and the fabric, and the file's cannot replace them", () => {
    const pool = onlyPool({
      machine: "p5.48xlarge",
      nodes: 2,
      labels: { "engineroom.dev/pool": "no", team: "a" },
    });
    expect(pool.labels).toEqual({
      team: "a",
      "engineroom.dev/pool": "train",
      "engineroom.dev/accelerator": "h100",
      "engineroom.dev/fabric": "efa",
    });
  });

  test("images go to local disks where there are some, else to a larger and faster root disk", () => {
    expect(onlyPool({ machine: "g6.xlarge" }).disk.sizeGiB).toBe(100);
    expect(onlyPool({ machine: "inf2.xlarge" }).disk).toMatchObject({ sizeGiB: 300, throughputMBps: 500 });
    expect(onlyPool({ machine: "g6.xlarge", diskGiB: 700 }).disk.sizeGiB).toBe(700);
  });

  test("a node's addresses are its interfaces and whole blocks for its pods", () => {
    const saving = onlyPool({ machine: "p5.48xlarge", nodes: 2 });
    expect(saving.maxPods).toBe(110);
    expect(saving.addressesPerNode, "one interface, seven blocks and a warm one").toBe(1 + 8 * 16);
    const wide = onlyPool({ machine: "p5.48xlarge", nodes: 2, fabricLayout: "bandwidth" });
    expect(wide.addressesPerNode - saving.addressesPerNode, "seven more ENA interfaces").toBe(7);
  });

  test("many pods that share accelerators make room for themselves", () => {
    const sharing = { kind: "time-slicing" as const, replicas: 16 };
    expect(onlyPool({ machine: "g6.48xlarge", sharing }).maxPods).toBeGreaterThanOrEqual(8 * 16);
  });
});
