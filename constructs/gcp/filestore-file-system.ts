import { Instance, type InstanceArgs } from "@pulumi/gcp/filestore/index.js";
import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import type { FilestorePlan } from "../../planner/plan/gcp.ts";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { resourceName } from "./resource-name.ts";

export interface FilestoreFileSystemProps extends FileSystemAccess {
  readonly plan: FilestorePlan;
  readonly transform?: { readonly fileSystem?: Transform<InstanceArgs> | undefined };
}

/** A file share over NFS. */
export class FilestoreFileSystem extends Component {
  readonly instance: Instance;
  readonly fileSystemId: Output<string>;
  readonly address: Output<string>;
  /** Name of the share. */
  readonly mountName: Output<string>;

  constructor(name: string, props: FilestoreFileSystemProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:FilestoreFileSystem", name, options);
    const { plan } = props;
    this.instance = new Instance(
      this.childName("instance"),
      transformed<InstanceArgs>(instanceArgs(props), props.transform?.fileSystem),
      this.child({
        ...kept(plan.retain),
        dependsOn: [...props.keyGrants, ...props.peering],
        customTimeouts: { create: "60m", update: "60m", delete: "60m" },
      }),
    );
    this.fileSystemId = this.instance.id;
    this.address = this.instance.networks.apply(([network]) => network?.ipAddresses?.[0] ?? "");
    this.mountName = this.instance.fileShares.apply(({ name: share }) => share);
    this.registerOutputs({ address: this.address });
  }
}

function instanceArgs({
  plan,
  environment,
  region,
  project,
  networkId,
  keyId,
  labels,
}: FilestoreFileSystemProps) {
  return {
    name: resourceName([environment, plan.name]),
    project,
    location: plan.zone ?? region,
    tier: plan.tier,
    protocol: plan.protocol,
    fileShares: { name: plan.share, capacityGb: plan.sizeGiB ?? 0 },
    networks: [{ network: networkId, modes: ["MODE_IPV4"], connectMode: plan.connectMode }],
    kmsKeyName: takesKey[plan.tier] ? keyId : undefined,
    deletionProtectionEnabled: takesKey[plan.tier] ? plan.retain : undefined,
    labels,
  };
}

/** Basic tiers have neither customer keys nor deletion protection. https://docs.cloud.google.com/filestore/docs/service-tiers */
const takesKey: Readonly<Record<FilestorePlan["tier"], boolean>> = {
  ZONAL: true,
  REGIONAL: true,
  BASIC_HDD: false,
  BASIC_SSD: false,
};
