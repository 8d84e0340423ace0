import { plural } from "../figures.ts";
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
