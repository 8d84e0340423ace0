import type { CloudCheck } from "./cloud-check.ts";

export const handles: CloudCheck = {
  name: "handles",
  title: "Stacks tell where the cluster and each storage that was made are to be found.",
  violations({ plan, handles: told }) {
    const text = told.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
    const names = [
      ...(plan.cluster.existing === null ? ["cluster"] : []),
      ...plan.storage.filter(({ existing }) => existing === null).map(({ name }) => name),
    ];
    return names
      .filter((name) => !text.includes(name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")))
      .map((name) => `nothing tells where ${name} is`);
  },
};
