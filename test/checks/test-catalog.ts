import type { Catalog } from "../../catalog/catalog.ts";
import type { CloudName, Component, Machine, StorageSteps } from "../../catalog/types.ts";
import { catalog } from "./good-facts.ts";

const p5 = catalog.machine("aws", "p5.48xlarge");

/** A rack-scale machine of which too little is known, whatever the real catalog comes to know. */
const unwired: readonly Machine[] =
  p5 === undefined
    ? []
    : [
        {
          ...p5,
          name: "unwired",
          accelerator: "gb200",
          cards: [],
          maxInterfaces: null,
          fabric: { kind: "efa", interfaces: 4, gbpsPerInterface: null, layout: null },
          unknown: ["which card carries what"],
        },
      ];

const extra: readonly Component[] = [
  {
    name: "rack-driver",
    cloud: null,
    kind: "chart",
    version: "1.0.0",
    kubernetes: { min: "1.33", max: null },
    architectures: ["arm64"],
    attributes: { accelerators: ["gb200"] },
    source: "test",
    date: "2026-11-23",
  },
  {
    name: "kube-proxy",
    cloud: "aws",
    kind: "managed-addon",
    version: "v1.0.0-old",
    kubernetes: { min: "1.33", max: "1.33" },
    architectures: ["x86_64", "arm64"],
    attributes: {},
    source: "test",
    date: "2026-11-23",
  },
];

/** A set of images that were tested together, in place of those that the catalog has for A3 Ultra. */
const fabricSet: Component = {
  name: "test-set",
  cloud: "gcp",
  kind: "image",
  version: "v1.0.21",
  kubernetes: { min: null, max: null },
  architectures: ["x86_64"],
  attributes: {
    layout: "gcp-a3-ultra",
    ncclPluginImage: "registry.example.com/plugin:v1.0.15",
    rxDaemonImage: "registry.example.com/rxdm:v1.0.21",
  },
  source: "test",
  date: "2026-11-23",
};

function lustre(
  cloud: CloudName,
  product: string,
  deploymentType: string,
  throughputMBpsPerTiB: number,
  stepGiB: number,
): StorageSteps {
  return {
    id: `${product}-${throughputMBpsPerTiB}`,
    cloud,
    product,
    deploymentType,
    storageType: "SSD",
    throughputMBpsPerTiB,
    sizeGiB: { first: stepGiB, second: stepGiB, step: stepGiB, max: stepGiB * 100 },
    addresses: null,
    notIn: [],
    service: product,
    sources: ["test"],
    date: "2026-11-23",
    note: null,
  };
}

const lustreSteps: Readonly<Record<CloudName, readonly StorageSteps[]>> = {
  aws: [],
  gcp: [
    lustre("gcp", "managed-lustre", "managed", 500, 18_000),
    lustre("gcp", "managed-lustre", "managed", 250, 36_000),
  ],
  azure: [lustre("azure", "amlfs", "AMLFS-Durable-Premium-250", 250, 8 * 1024)],
};

/** The real catalog, with a machine and components whose facts no update of the catalog can change. */
export const testCatalog: Catalog = {
  ...catalog,
  machine: (cloud, name) => unwired.find((one) => one.name === name) ?? catalog.machine(cloud, name),
  components: () => [fabricSet, ...catalog.components(), ...extra],
  storageSteps: (cloud) => (cloud === "aws" ? catalog.storageSteps(cloud) : lustreSteps[cloud]),
};
