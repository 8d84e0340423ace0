import type { Environment } from "../../spec/schema/environment.ts";
import type { ExistingSubnet } from "../plan/network.ts";

/** A network that exists already, as far as the file describes it. */
export interface ExistingNetwork {
  readonly vpc: string;
  readonly cidr: string | null;
  readonly subnets: readonly ExistingSubnet[];
}

/** The network that the file names, with what it says about it; `null`: one is made. */
export function existingNetwork({ network }: Environment): ExistingNetwork | null {
  if (network.existing === undefined) return null;
  const { vpc, cidr, subnets } = network.existing;
  return {
    vpc,
    cidr: cidr ?? null,
    subnets: subnets.map(
      (subnet): ExistingSubnet =>
        typeof subnet === "string"
          ? { id: subnet, zone: null, cidr: null, public: false }
          : { id: subnet.id, zone: subnet.zone ?? null, cidr: subnet.cidr ?? null, public: subnet.public },
    ),
  };
}

/** Zones that an existing network reaches with private subnets; `undefined`: any zone, or it is not known. */
export function reachedZones(environment: Environment): readonly string[] | undefined {
  const subnets = (existingNetwork(environment)?.subnets ?? []).filter((subnet) => !subnet.public);
  const zones = subnets.flatMap(({ zone }) => (zone === null ? [] : [zone]));
  return zones.length === subnets.length && zones.length > 0 ? [...new Set(zones)] : undefined;
}
