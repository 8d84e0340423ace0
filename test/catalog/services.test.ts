import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dataFileReader } from "../../catalog/data-file.ts";
import { DATA_FILES, type MachinePriceRow } from "../../catalog/data-files.ts";
import { openCatalog } from "../../catalog/index.ts";
import type {
  Component,
  CreationTime,
  KubernetesVersion,
  Machine,
  ServiceLimit,
  ServicePrice,
} from "../../catalog/types.ts";
import { machineShape, priceShape } from "./shapes.ts";

const cpuMachineShape = machineShape.extend({ acceleratorCount: z.literal(0) });

/** A legal step of a storage product, as `aws/storage-steps.json` holds it. */
interface StorageStep {
  readonly id: string;
  readonly product: string;
  readonly sizeGiB: {
    readonly first: number;
    readonly second: number;
    readonly step: number;
    readonly max: number | null;
  };
  readonly efaSizeGiB?: { readonly first: number; readonly step: number } | null;
  readonly throughputMBpsPerTiB?: number;
  readonly service: string;
  readonly sources: readonly string[];
  readonly date: string;
}

const STORAGE_STEPS = "aws/storage-steps.json";
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;

const catalog = openCatalog();
const read = dataFileReader();

const cpuMachines = read<Machine>(DATA_FILES.cpuMachines("aws")).rows;
const cpuPrices = read<MachinePriceRow>(DATA_FILES.cpuPrices("aws")).rows;
const services = read<ServicePrice>(DATA_FILES.servicePrices("aws")).rows;
const versions = read<KubernetesVersion>(DATA_FILES.kubernetesVersions).rows;
const components = read<Component>(DATA_FILES.components).rows;
const times = read<CreationTime>(DATA_FILES.creationTimes).rows;
const limits = read<ServiceLimit>(DATA_FILES.limits).rows;
const steps = read<StorageStep>(STORAGE_STEPS).rows;
const regions = new Set(catalog.regions("aws").map(({ name }) => name));

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("machines of system pools", () => {
  it("have the shape of a machine, without an accelerator and without a fabric", () => {
    for (const machine of cpuMachines) {
      expect(() => cpuMachineShape.parse(machine), machine.name).not.toThrow();
      expect(machine.accelerator, machine.name).toBeNull();
      expect(machine.acceleratorCount, machine.name).toBe(0);
      expect(machine.fabric.kind, machine.name).toBe("none");
    }
  });

  it("are named once, and not also among those with accelerators", () => {
    const names = [...cpuMachines, ...catalog.machines("aws")].map(({ name }) => name);
    expect(repeated(names)).toEqual([]);
  });

  it("come in several families of both architectures, so that one stock-out stops nothing", () => {
    for (const arch of ["x86_64", "arm64"]) {
      const small = cpuMachines.filter((machine) => machine.arch === arch && machine.vcpus <= 4);
      expect(new Set(small.map(({ family }) => family)).size, arch).toBeGreaterThanOrEqual(4);
    }
  });

  it("are offered in two zones or more wherever zones of an accelerator machine are known", () => {
    const needed = new Set(
      catalog
        .machines("aws")
        .flatMap(({ offered }) =>
          Object.entries(offered).flatMap(([region, zones]) => (zones === null ? [] : [region])),
        ),
    );
    for (const region of needed) {
      const widest = Math.max(...cpuMachines.map(({ offered }) => offered[region]?.length ?? 0));
      expect(widest, region).toBeGreaterThanOrEqual(2);
    }
  });

  it("have a price for each machine and region once, spot below on-demand", () => {
    expect(repeated(cpuPrices.map(({ machine, region }) => `${machine} ${region}`))).toEqual([]);
    const names = new Set(cpuMachines.map(({ name }) => name));
    for (const price of cpuPrices) {
      expect(() => priceShape.parse(price), `${price.machine} ${price.region}`).not.toThrow();
      expect(names).toContain(price.machine);
      expect(regions).toContain(price.region);
      if (price.spot !== null && price.onDemand !== null) {
        expect(price.spot, `${price.machine} ${price.region}`).toBeLessThan(price.onDemand);
      }
    }
  });
});

describe("prices of services", () => {
  it("are one row a service, positive or unknown, in known regions", () => {
    expect(repeated(services.map(({ service }) => service))).toEqual([]);
    for (const { service, usd } of services) {
      for (const [region, price] of Object.entries(usd)) {
        if (region !== "*") expect(regions, service).toContain(region);
        if (price !== null) expect(price, `${service} ${region}`).toBeGreaterThan(0);
      }
    }
  });

  it("are known where the example environments stand, for all that every environment has", () => {
    const always = [
      "eks-control-plane",
      "nat-gateway",
      "nat-gateway-data",
      "interface-endpoint",
      "ebs-gp3",
      "s3-standard",
      "cloudwatch-logs-ingest",
      "kms-key",
      "public-ipv4",
    ];
    for (const region of ["us-east-1", "us-east-2", "us-west-2"]) {
      for (const service of always) {
        expect(catalog.servicePrice("aws", service, region)?.usd, `${service} ${region}`).not.toBeNull();
      }
    }
  });

  it("stay unknown in a region that no source names", () => {
    expect(catalog.servicePrice("aws", "fsx-lustre-persistent-2-ssd-125", "ap-south-2")?.usd).toBeNull();
  });

  it("rise with the throughput of a Lustre file system", () => {
    const prices = [125, 250, 500, 1000].map(
      (tier) => catalog.servicePrice("aws", `fsx-lustre-persistent-2-ssd-${tier}`, "us-east-1")?.usd ?? 0,
    );
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
    expect(prices[0]).toBeGreaterThan(0);
  });
});

describe("Kubernetes versions", () => {
  it("have dates in order, one row a version and cloud", () => {
    expect(repeated(versions.map(({ cloud, version }) => `${cloud} ${version}`))).toEqual([]);
    for (const { cloud, version, available, standardSupportUntil, extendedSupportUntil } of versions) {
      const dates = [
        available,
        standardSupportUntil,
        ...(extendedSupportUntil ? [extendedSupportUntil] : []),
      ];
      for (const date of dates) expect(date).toMatch(ISO_DATE);
      expect(dates, `${cloud} ${version}`).toEqual(dates.toSorted());
    }
  });

  it("on EKS have 12 months of extended support after the standard one", () => {
    for (const { version, standardSupportUntil, extendedSupportUntil } of catalog.kubernetesVersions("aws")) {
      const year = Number(standardSupportUntil.slice(0, 4)) + 1;
      expect(extendedSupportUntil, version).toBe(`${year}${standardSupportUntil.slice(4)}`);
    }
  });
});

describe("components", () => {
  const addons = components.filter(({ kind }) => kind === "managed-addon");

  it("are pinned to an exact version, except images that the cloud picks", () => {
    for (const { name, kind, version } of components) {
      if (kind === "node-image") expect(version, name).toBeNull();
      else expect(version, name).toMatch(/^v?\d+\.\d+\.\d+(-eksbuild\.\d+)?$/);
    }
  });

  it("have one row for a name and Kubernetes version", () => {
    const keys = components.map(({ name, kubernetes }) => `${name} ${kubernetes.min} ${kubernetes.max}`);
    expect(repeated(keys)).toEqual([]);
  });

  it("say of an add-on where it runs, what it may do and whether it waits for nodes", () => {
    for (const { name, attributes } of addons) {
      expect(attributes.namespace, name).toBeTypeOf("string");
      expect(attributes.needsNodes, name).toBeTypeOf("boolean");
      expect(attributes.managedPolicies, name).toBeInstanceOf(Array);
    }
  });

  it("cover every EKS version that is in standard support on the day the file was written", () => {
    const { generated } = read(DATA_FILES.components);
    const supported = catalog
      .kubernetesVersions("aws")
      .filter(({ standardSupportUntil }) => standardSupportUntil > generated)
      .map(({ version }) => version);
    expect(supported.length).toBeGreaterThan(0);
    for (const version of supported) {
      for (const name of new Set(addons.map((addon) => addon.name))) {
        const fits = addons.some(
          (addon) =>
            addon.name === name &&
            minor(addon.kubernetes.min) <= minor(version) &&
            minor(version) <= minor(addon.kubernetes.max),
        );
        expect(fits, `${name} on ${version}`).toBe(true);
      }
    }
  });

  it("hold an accelerated image for every architecture and vendor that machines have", () => {
    const images = components.filter(({ kind }) => kind === "node-image");
    for (const machine of catalog.machines("aws")) {
      const accelerator = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator);
      if (accelerator?.vendor !== "NVIDIA" && accelerator?.vendor !== "AWS") continue;
      const fits = images.some(
        ({ attributes }) =>
          attributes.vendor === accelerator.vendor &&
          attributes.architecture === machine.arch &&
          attributes.endedOn === undefined,
      );
      expect(fits, machine.name).toBe(true);
    }
  });
});

function minor(version: string | null): number {
  return Number(version?.split(".")[1]);
}

describe("creation times and limits", () => {
  it("are one row a resource, minutes above zero and below an hour", () => {
    expect(repeated(times.map(({ type }) => type))).toEqual([]);
    for (const { type, minutes, note } of times) {
      expect(type).toMatch(/^(AWS::\w+::\w+|gcp:[\w/]+:\w+|azure-native:\w+:\w+)(#[\w-]+)?$/);
      expect(minutes, type).toBeGreaterThan(0);
      expect(minutes, type).toBeLessThan(60);
      expect(note, type).not.toBeNull();
    }
  });

  it("let a cluster with nodes and NAT stand within the minutes that a known peer needs", () => {
    const chain = ["AWS::EC2::VPC", "AWS::EC2::NatGateway", "AWS::EKS::Cluster", "AWS::EKS::Nodegroup"];
    const minutes = chain.reduce((sum, type) => sum + (catalog.creationTime(type)?.minutes ?? 99), 0);
    expect(minutes).toBeLessThan(16);
  });

  it("have whole positive limits with quota codes of the service's own form", () => {
    expect(repeated(limits.map(({ cloud, id }) => `${cloud} ${id}`))).toEqual([]);
    for (const { id, value, quotaCode, date } of limits) {
      expect(Number.isInteger(value) && value > 0, id).toBe(true);
      if (quotaCode !== null) expect(quotaCode, id).toMatch(/^L-[0-9A-F]{8}$/);
      expect(date, id).toMatch(ISO_DATE);
    }
  });
});

describe("steps of storage", () => {
  it("are one row a product and tier, priced under a name that the price file has", () => {
    expect(repeated(steps.map(({ id }) => id))).toEqual([]);
    const priced = new Set(services.map(({ service }) => service));
    for (const { id, service, date } of steps) {
      expect(priced, id).toContain(service);
      expect(date, id).toMatch(ISO_DATE);
    }
  });

  it("name only sources of their file", () => {
    const { sources } = read(STORAGE_STEPS);
    for (const step of steps) {
      for (const source of step.sources) expect(Object.keys(sources), step.id).toContain(source);
    }
  });

  it("let EFA be had at sizes that are legal without it", () => {
    const withEfa = steps.filter(({ efaSizeGiB }) => efaSizeGiB !== undefined && efaSizeGiB !== null);
    expect(withEfa).toHaveLength(4);
    for (const { id, sizeGiB, efaSizeGiB } of withEfa) {
      expect((efaSizeGiB?.first ?? 1) % sizeGiB.step, id).toBe(0);
      expect((efaSizeGiB?.step ?? 1) % sizeGiB.step, id).toBe(0);
    }
  });

  it("give every EFA-enabled Lustre tier the same least throughput", () => {
    const least = steps.flatMap(({ efaSizeGiB, throughputMBpsPerTiB }) =>
      efaSizeGiB && throughputMBpsPerTiB ? [(efaSizeGiB.first * throughputMBpsPerTiB) / 1024] : [],
    );
    expect(new Set(least).size).toBe(1);
  });
});
