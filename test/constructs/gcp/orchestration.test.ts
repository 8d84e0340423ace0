import { Provider } from "@pulumi/kubernetes/provider.js";
import { output } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { NodeProvisioner } from "../../../constructs/gcp/node-provisioner.ts";
import { Orchestration } from "../../../constructs/gcp/orchestration.ts";
import { rdma, secondNic } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = (fabric = [secondNic, rdma]) =>
  recorded(
    () =>
      new Orchestration("orchestration", {
        clusterName: output("assistant"),
        endpoint: output("gke-1.us-central1.gke.goog"),
        fabric,
      }),
  );

describe("what pods ask for the fabric's interfaces with", () => {
  test("is a Network for every subnet", async () => {
    const networks = (await create()).all.filter(({ inputs }) => inputs.kind === "Network");
    expect(networks).toHaveLength(9);
  });

  test("names the VPC, its subnet and the device's mode", async () => {
    expect((await create()).inputs("orchestration-rdma-3-parameters")).toMatchObject({
      kind: "GKENetworkParamSet",
      spec: {
        vpc: "assistant-a4-us-central1-b-rdma",
        vpcSubnet: "assistant-a4-rdma-3",
        deviceMode: "RDMA",
      },
    });
  });

  test("is nothing where DRANET claims devices", async () => {
    const subnets = rdma.subnets.map((subnet) => ({ ...subnet, kubernetesNetwork: null }));
    const { all } = await create([{ ...rdma, subnets }]);
    expect(all.filter(({ inputs }) => inputs.kind !== undefined)).toEqual([]);
  });
});

test("the API is reached by its DNS endpoint, with nothing secret", async () => {
  const { kubeconfig } = (await create()).inputs("orchestration-kubernetes");
  expect(kubeconfig).toContain("https://gke-1.us-central1.gke.goog");
  expect(kubeconfig).not.toMatch(/token|password|client-key/);
});

test("a compute class tries the options of a pool in their order", async () => {
  const made = await recorded(
    () =>
      new NodeProvisioner("provisioner", {
        classes: [
          {
            name: "serve",
            pool: "serve",
            priorities: [{ nodePools: ["serve-spot"] }, { nodePools: ["serve-on-demand"] }],
            whenUnsatisfiable: "DoNotScaleUp",
            activeMigration: true,
          },
        ],
        provider: new Provider("kubernetes", { kubeconfig: "{}" }),
        after: [],
      }),
  );
  expect(made.inputs("provisioner-serve")).toMatchObject({
    kind: "ComputeClass",
    spec: {
      priorities: [{ nodepools: ["serve-spot"] }, { nodepools: ["serve-on-demand"] }],
      whenUnsatisfiable: "DoNotScaleUp",
      activeMigration: { optimizeRulePriority: true },
    },
  });
});
