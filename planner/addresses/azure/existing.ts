import type { Environment } from "../../../spec/schema/environment.ts";
import type { PlanContext } from "../../context.ts";
import type { AzureNetworkPlan, AzureSubnetPlan } from "../../plan/azure.ts";
import { rangeTooSmall, subnetRoleMissing } from "../finding-kinds.ts";
import { parseRange, sizeOf } from "../ipv4.ts";
import type { AzureDemand } from "./demand.ts";
import { AZURE_RESERVED } from "./subnets.ts";

type Existing = NonNullable<AzureNetworkPlan["existing"]>;

/** Roles that an existing subnet takes by its name, the last part of its id. The first subnet holds the nodes. */
const NAMED: readonly Exclude<AzureSubnetPlan["role"], "nodes">[] = [
  "api-server",
  "endpoints",
  "netapp",
  "lustre",
];

/** The virtual network that the file names, with the subnet of each role. */
export function existingAzureNetwork({ network }: Environment): Existing | null {
  if (network.existing === undefined) return null;
  const { vpc, cidr } = network.existing;
  const subnets = network.existing.subnets.map((subnet) =>
    typeof subnet === "string" ? { id: subnet, cidr: null } : { id: subnet.id, cidr: subnet.cidr ?? null },
  );
  const [first] = subnets;
  const named = NAMED.flatMap((role): readonly [AzureSubnetPlan["role"], string][] => {
    const found = subnets.find(({ id }) => nameOf(id) === role);
    return found === undefined ? [] : [[role, found.id]];
  });
  // A private endpoint can stand beside nodes; nothing else can.
  const byRole =
    first === undefined ? {} : { nodes: first.id, endpoints: first.id, ...Object.fromEntries(named) };
  return { vnet: vpc, cidr: cidr ?? null, subnets, byRole };
}

/** Compares what is needed with what is known of the network. Nothing of it is looked up, and nothing is changed. */
export function checkAzureExisting(
  { subnets, byRole }: Existing,
  demands: readonly AzureDemand[],
  { report }: PlanContext,
): void {
  const path = ["network", "existing", "subnets"];
  for (const { role, planned } of demands) {
    const id = byRole[role];
    // Without a subnet of its own the API server is reached by private link.
    if (id === undefined && role === "api-server") continue;
    if (id === undefined) {
      report(subnetRoleMissing, {
        path,
        message: `The environment needs a subnet named ${role}, and the existing ones are ${subnets.map((subnet) => nameOf(subnet.id)).join(", ")}.`,
        got: subnets.map((subnet) => subnet.id),
        allowed: role,
        hint: `Add the subnet ${role} to the network, with the delegation that the service wants, and name it here.`,
      });
      continue;
    }
    const cidr = subnets.find((subnet) => subnet.id === id)?.cidr ?? null;
    if (cidr === null) continue;
    const capacity = sizeOf(parseRange(cidr).prefix) - AZURE_RESERVED;
    if (planned <= capacity) continue;
    report(rangeTooSmall, {
      path,
      message: `${nameOf(id)} has ${capacity} usable addresses, and ${planned} are needed: nodes fail to start when they run out.`,
      got: capacity,
      allowed: `at least ${planned}`,
      hint: "Name a larger subnet.",
    });
  }
}

function nameOf(id: string): string {
  return id.split("/").at(-1) ?? id;
}
