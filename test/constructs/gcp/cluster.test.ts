import { describe, expect, test } from "vitest";
import { Cluster, type ClusterProps } from "../../../constructs/gcp/cluster.ts";
import { cluster, existingNetwork, gcpCluster, network } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = async (props: Partial<ClusterProps> = {}) =>
  recorded(
    () =>
      new Cluster("cluster", {
        plan: cluster,
        gcp: gcpCluster,
        network,
        region: "us-central1",
        project: "my-project",
        networkId: "network-id",
        subnetId: "subnet-id",
        keyId: "key-id",
        nodeServiceAccount: "nodes@my-project.iam.gserviceaccount.com",
        labels: { "engineroom-environment": "assistant" },
        ...props,
      }),
  );
const gke = async (props: Partial<ClusterProps> = {}) => (await create(props)).inputs("cluster-gke");

describe("the cluster", () => {
  test("is regional, with nodes in the planned zones", async () => {
    expect(await gke()).toMatchObject({
      location: "us-central1",
      nodeLocations: ["us-central1-a", "us-central1-b"],
    });
  });

  test("has private nodes and no public endpoint", async () => {
    expect(await gke()).toMatchObject({
      privateClusterConfig: {
        enablePrivateNodes: true,
        enablePrivateEndpoint: true,
        masterIpv4CidrBlock: "10.40.32.0/28",
      },
      masterAuthorizedNetworksConfig: { cidrBlocks: [], gcpPublicCidrsAccessEnabled: false },
    });
  });

  test("opens its public endpoint to the named ranges alone", async () => {
    const open = { ...network, api: { private: true as const, publicFrom: ["203.0.113.0/24"] } };
    expect(await gke({ network: open })).toMatchObject({
      privateClusterConfig: { enablePrivateEndpoint: false },
      masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "203.0.113.0/24" }] },
    });
  });

  test("is reached by its DNS endpoint with IAM", async () => {
    expect(await gke()).toMatchObject({
      controlPlaneEndpointsConfig: { dnsEndpointConfig: { allowExternalTraffic: true } },
    });
  });

  test("runs Dataplane V2 with multi-networking in the planned ranges", async () => {
    expect(await gke()).toMatchObject({
      datapathProvider: "ADVANCED_DATAPATH",
      enableMultiNetworking: true,
      ipAllocationPolicy: { clusterSecondaryRangeName: "pods", servicesSecondaryRangeName: "services" },
    });
  });

  test("uses the ranges of an existing subnet", async () => {
    expect(await gke({ network: existingNetwork })).toMatchObject({
      ipAllocationPolicy: {
        clusterSecondaryRangeName: "our-pods",
        servicesSecondaryRangeName: "our-services",
      },
    });
  });

  test("encrypts secrets with the environment's key", async () => {
    expect(await gke()).toMatchObject({ databaseEncryption: { state: "ENCRYPTED", keyName: "key-id" } });
  });

  test("gives pods identities of their own", async () => {
    expect(await gke()).toMatchObject({
      workloadIdentityConfig: { workloadPool: "my-project.svc.id.goog" },
    });
  });

  test("is not upgraded by surprise until the version's support ends", async () => {
    expect(await gke()).toMatchObject({
      releaseChannel: { channel: "REGULAR" },
      maintenancePolicy: {
        recurringWindow: { recurrence: "FREQ=WEEKLY;BYDAY=SA" },
        maintenanceExclusions: [
          {
            exclusionName: "no-surprise-upgrades",
            exclusionOptions: { scope: "NO_MINOR_OR_NODE_UPGRADES", endTimeBehavior: "UNTIL_END_OF_SUPPORT" },
          },
        ],
      },
    });
  });

  test("has the planned drivers", async () => {
    expect(await gke()).toMatchObject({
      addonsConfig: {
        gcsFuseCsiDriverConfig: { enabled: true },
        lustreCsiDriverConfig: { enabled: true, enableLegacyLustrePort: false },
        gcpFilestoreCsiDriverConfig: { enabled: true },
        configConnectorConfig: { enabled: false },
      },
    });
  });

  test("streams images and closes the kubelet's open port", async () => {
    expect(await gke()).toMatchObject({
      nodePoolDefaults: {
        nodeConfigDefaults: {
          gcfsConfig: { enabled: true },
          insecureKubeletReadonlyPortEnabled: "FALSE",
        },
      },
    });
  });

  test("has no pool of its own, and cannot be deleted by mistake", async () => {
    expect(await gke()).toMatchObject({ removeDefaultNodePool: true, deletionProtection: true });
  });
});

test("an existing cluster creates nothing", async () => {
  const { all } = await create({ plan: { ...cluster, existing: "ours" } });
  expect(all.map(({ type }) => type)).toEqual(["engineroom:gcp:Cluster"]);
});
