import type { Catalog } from "../../../catalog/catalog.ts";
import type { Component } from "../../../catalog/types.ts";
import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const fabricVersionSet: Check = {
  code: "fabric-version-set",
  severity: "error",
  title: "Plug-in, daemon and library of a fabric are of one tested set.",
  source: "https://github.com/GoogleCloudPlatform/cluster-toolkit/issues/3032",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    const sets = fabricSets(catalog);
    const repositories = new Set(sets.flatMap(images).map(repository));
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const set = sets.find((one) => one.attributes.layout === machine.fabric.layout);
      const tested = set === undefined ? [] : images(set);
      for (const image of set === undefined ? [] : (group.gcp?.fabricImages ?? [])) {
        if (tested.includes(image) || !repositories.has(repository(image))) continue;
        yield {
          path: group.at,
          message: `${group.name}: ${image} is not of the set ${set?.name} that was tested for ${machine.name}: versions that do not belong together hang or crash.`,
          got: image,
          allowed: tested,
          hint: `Use ${tested.join(" and ")}.`,
        };
      }
    }
  },
};

function fabricSets(catalog: Catalog): readonly Component[] {
  return catalog.components().filter((one) => one.cloud === "gcp" && "ncclPluginImage" in one.attributes);
}

function images({ attributes }: Component): readonly string[] {
  return [attributes.ncclPluginImage, attributes.rxDaemonImage].filter((one) => typeof one === "string");
}

function repository(image: string): string {
  return image.slice(0, image.lastIndexOf(":"));
}
