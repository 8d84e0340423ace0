import type { Catalog } from "../../catalog/catalog.ts";
import type { Component, Machine } from "../../catalog/types.ts";
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

/** The real catalog, with a machine and components whose facts no update of the catalog can change. */
export const testCatalog: Catalog = {
  ...catalog,
  machine: (cloud, name) => unwired.find((one) => one.name === name) ?? catalog.machine(cloud, name),
  components: () => [...catalog.components(), ...extra],
};
