import { openCatalog } from "../../../catalog/index.ts";
import { checksFor, runChecks } from "../../../checks/index.ts";
import type { CloudCheck } from "./cloud-check.ts";

/** Checks of the rooms of interfaces, further networks, racks, slices and InfiniBand. */
const FABRIC =
  /^(fabric|efa|interface|network-(card|device)|duplicate-interface|one-efa|primary|multi-networking|automatic|rack|slice|infiniband|scale-set)/;

export const fabric: CloudCheck = {
  name: "fabric complete",
  title: "Every interface of a fabric is attached, in its network, on nodes that stand together.",
  violations({ plan, facts }) {
    if (plan.pools.every((pool) => pool.fabric.kind === "none")) return null;
    const checks = checksFor(plan.cloud).filter(({ code }) => FABRIC.test(code));
    const found = runChecks(checks, facts, openCatalog()).filter(({ severity }) => severity === "error");
    const planned = plan.pools.flatMap(({ options }) =>
      options.flatMap(({ gcp }) =>
        (gcp?.nodePools ?? []).map(({ id }) => ({ id, wanted: gcp?.additionalNetworks.length ?? 0 })),
      ),
    );
    const short = planned.flatMap(({ id, wanted }) => {
      const attached = facts.nodeGroups.find(({ name }) => name === id)?.gcp?.extraInterfaces?.length ?? 0;
      return attached === wanted ? [] : [`${id} has ${attached} of ${wanted} interfaces`];
    });
    return [...found.map(({ message }) => message), ...short];
  },
};
