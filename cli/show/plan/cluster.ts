import { figure, plural } from "../figures.ts";
import { folded } from "../folded.ts";
import { type Section, titled } from "./section.ts";

export const cluster: Section = (plan, paint) => {
  const { cluster: it, network } = plan;
  const api =
    network.api.publicFrom.length === 0
      ? "private API"
      : `API also from ${network.api.publicFrom.join(", ")}`;
  const addons = it.addons
    .map(({ name, version }) => `${name} ${version ?? "(the cloud's default)"}`)
    .join(", ");
  const lines = [
    folded(
      it.existing === null
        ? `Kubernetes ${it.version} (${it.support} support), ${api}, secrets ${it.secretsEncryption ? "encrypted with the environment's key" : "not encrypted"}`
        : `existing cluster ${it.existing}, Kubernetes ${it.version}; it is used and never changed`,
    ),
    paint("dim", folded(it.versionReason)),
    ...(addons === "" ? [] : [folded(`add-ons: ${addons}`)]),
    ...it.queues.map((queue) =>
      folded(
        `queue ${queue.name}: ${plural(queue.accelerators, "accelerator")} of ${queue.pool}${queue.borrow ? ", borrows" : ""}${queue.preempt ? ", preempts" : ""}`,
      ),
    ),
  ];
  return titled(paint, "Cluster", lines.join("\n"));
};

export const network: Section = (plan, paint) => {
  const { network: it } = plan;
  if (it.existing !== null) {
    const subnets = it.existing.subnets
      .map(({ id, zone }) => (zone === null ? id : `${id} (${zone})`))
      .join(", ");
    return titled(
      paint,
      "Network",
      folded(`existing ${it.existing.vpc}, subnets ${subnets}; nothing of it is changed`),
    );
  }
  const room = it.subnets.filter(({ role }) => role !== "public");
  const capacity = room.reduce((sum, each) => sum + each.capacity, 0);
  const planned = room.reduce((sum, each) => sum + each.planned, 0);
  const endpoints = it.endpoints.map(({ service }) => service).join(", ");
  const lines = [
    folded(
      `${it.cidrs.join(" + ")}${plan.zones.length === 0 ? "" : ` in ${plan.zones.join(", ")}`}: ${figure(planned)} of ${figure(capacity)} node and pod addresses planned`,
    ),
    paint("dim", folded(plan.zonesReason)),
    folded(
      `${it.natZones.length === 0 ? "no NAT gateway" : `NAT gateway in ${it.natZones.join(", ")}`}; endpoints ${endpoints === "" ? "none" : endpoints}`,
    ),
  ];
  return titled(paint, "Network", lines.join("\n"));
};
