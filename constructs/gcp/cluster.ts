import { type ClusterArgs, Cluster as GkeCluster } from "@pulumi/gcp/container/index.js";
import { type ComponentResourceOptions, type Input, interpolate, type Output, output } from "@pulumi/pulumi";
import type { ClusterPlan } from "../../planner/plan/cluster.ts";
import type { GcpClusterPlan, GcpNetworkPlan } from "../../planner/plan/gcp.ts";
import { Component, oneOfAName, type Transform, transformed } from "../pulumi/index.ts";
import { clusterSettings } from "./cluster-settings.ts";
import type { Labels } from "./labels.ts";

export interface ClusterProps {
  readonly plan: ClusterPlan;
  readonly gcp: GcpClusterPlan;
  readonly network: GcpNetworkPlan;
  readonly region: string;
  readonly project: Input<string>;
  readonly networkId: Input<string>;
  readonly subnetId: Input<string>;
  /** Key of the secrets; `undefined`: Google's own. */
  readonly keyId: Input<string | undefined>;
  /** Account of the pool that GKE makes and removes while it creates the cluster. */
  readonly nodeServiceAccount: Input<string>;
  readonly labels: Labels;
  readonly transform?: { readonly cluster?: Transform<ClusterArgs> };
}

/** The GKE control plane, regional and private, or an existing one that is used by name and never changed. */
export class Cluster extends Component {
  /** As a reference that makes the cluster be created first. */
  readonly clusterName: Output<string>;
  readonly clusterId: Output<string>;
  /** Name of the DNS endpoint, where IAM decides who comes in. */
  readonly endpoint: Output<string>;
  readonly certificateAuthority: Output<string>;
  /** `undefined` for an existing cluster. */
  readonly cluster: GkeCluster | undefined;

  constructor(name: string, props: ClusterProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Cluster", name, options);
    const { plan, project, region } = props;
    this.cluster = plan.existing === null ? this.createCluster(props) : undefined;
    this.clusterName = this.cluster?.name ?? output(plan.existing ?? plan.name);
    this.clusterId = interpolate`projects/${project}/locations/${region}/clusters/${this.clusterName}`;
    this.endpoint = output(this.cluster?.controlPlaneEndpointsConfig).apply(
      (endpoints) => endpoints?.dnsEndpointConfig?.endpoint ?? "",
    );
    this.certificateAuthority = output(this.cluster?.masterAuth).apply(
      (login) => login?.clusterCaCertificate ?? "",
    );
    this.registerOutputs({ clusterName: this.clusterName, endpoint: this.endpoint });
  }

  private createCluster(props: ClusterProps): GkeCluster {
    return new GkeCluster(
      this.childName("gke"),
      transformed<ClusterArgs>(clusterSettings(props), props.transform?.cluster),
      this.child({
        ...oneOfAName,
        // Of the pool that GKE makes first and removes: it is gone, and says nothing about the nodes of today.
        ignoreChanges: ["nodeConfig", "initialNodeCount"],
        customTimeouts: { create: "60m", update: "60m", delete: "60m" },
      }),
    );
  }
}
