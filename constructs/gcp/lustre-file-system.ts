import { Instance, type InstanceArgs } from "@pulumi/gcp/lustre/index.js";
import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import type { ManagedLustrePlan } from "../../planner/plan/gcp.ts";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { resourceName } from "./resource-name.ts";

export interface LustreFileSystemProps extends FileSystemAccess {
  readonly plan: ManagedLustrePlan;
  readonly transform?: { readonly fileSystem?: Transform<InstanceArgs> | undefined };
}

/** Managed Lustre: reached over private services access, on the port that the plan names. */
export class LustreFileSystem extends Component {
  readonly instance: Instance;
  readonly fileSystemId: Output<string>;
  /** `<address>@tcp:/<file system>`. */
  readonly address: Output<string>;
  /** Name inside Lustre. */
  readonly mountName: Output<string>;

  constructor(name: string, props: LustreFileSystemProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:LustreFileSystem", name, options);
    const { plan, environment, region } = props;
    this.instance = new Instance(
      this.childName("instance"),
      transformed<InstanceArgs>(
        {
          instanceId: resourceName([environment, plan.name]),
          project: props.project,
          location: plan.zone ?? region,
          network: props.networkId,
          filesystem: plan.fileSystem,
          capacityGib: `${plan.sizeGiB ?? 0}`,
          perUnitStorageThroughput: `${plan.mbpsPerTiB}`,
          gkeSupportEnabled: plan.gkeSupportEnabled,
          kmsKey: props.keyId,
          labels: props.labels,
        },
        props.transform?.fileSystem,
      ),
      this.child({
        ...kept(plan.retain),
        dependsOn: [...props.keyGrants, ...props.peering],
        customTimeouts: { create: "90m", update: "90m", delete: "90m" },
      }),
    );
    this.fileSystemId = this.instance.id;
    this.address = this.instance.mountPoint;
    this.mountName = this.instance.filesystem;
    this.registerOutputs({ address: this.address });
  }
}
