import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { installPython } from "../python/install.ts";
import { awsVariables } from "./aws-environment.ts";
import { emulatorFolder } from "./emulated-aws.ts";

/** Another environment may begin with the same name: stacks are told by all of theirs. */
const layers = ["data", "storage", "cluster"];

/** A network interface of a launch template, in EC2's words. */
export interface LaunchInterface {
  readonly NetworkCardIndex?: number;
  readonly DeviceIndex: number;
  readonly InterfaceType?: string;
}

export interface NodeGroupFacts {
  readonly nodegroupName: string;
  readonly amiType: string;
  readonly capacityType: string;
  readonly version: string;
  readonly scalingConfig: {
    readonly minSize: number;
    readonly desiredSize: number;
    readonly maxSize: number;
  };
  readonly instanceTypes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly launchTemplateData: {
    readonly InstanceType?: string;
    readonly NetworkInterfaces?: readonly LaunchInterface[];
    readonly InstanceMarketOptions?: { readonly MarketType: string };
    readonly TagSpecifications?: readonly {
      readonly ResourceType: string;
      readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
    }[];
  };
}

export interface KubernetesFacts {
  readonly cluster: {
    readonly version: string;
    readonly resourcesVpcConfig: {
      readonly endpointPublicAccess: boolean;
      readonly endpointPrivateAccess: boolean;
      readonly publicAccessCidrs?: readonly string[];
    };
    readonly encryptionConfig?: readonly { readonly resources: readonly string[] }[];
  };
  readonly nodeGroups: readonly NodeGroupFacts[];
  readonly addons: readonly { readonly addonName: string; readonly addonVersion?: string }[];
}

export interface FsxFacts {
  readonly FileSystemId: string;
  readonly FileSystemType: "LUSTRE" | "OPENZFS";
  readonly StorageCapacity: number;
  readonly LustreConfiguration?: {
    readonly DeploymentType: string;
    readonly PerUnitStorageThroughput?: number;
    readonly EfaEnabled?: boolean;
  };
  readonly OpenZFSConfiguration?: { readonly DeploymentType: string; readonly ThroughputCapacity: number };
}

/** What `read_back.py` reads through the AWS API. */
export interface Facts {
  /** Status by stack name. */
  readonly stacks: Readonly<Record<string, string>>;
  /** `null` where the environment has no cluster. */
  readonly kubernetes: KubernetesFacts | null;
  readonly fsx: readonly FsxFacts[];
  readonly efs: readonly {
    readonly FileSystemId: string;
    readonly Encrypted: boolean;
    readonly ThroughputMode: string;
  }[];
  readonly buckets: readonly string[];
}

/** A resource as CloudFormation made it; the emulator's own inventory. */
export interface DeployedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Reads back through boto3 what exists of an environment. */
export async function readBack(endpoint: string, region: string, environment: string): Promise<Facts> {
  const python = join(await installPython("emulated-aws"), "python");
  const options = { env: awsVariables(endpoint, region), maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(
    python,
    [join(emulatorFolder, "read_back.py"), region, environment],
    options,
  );
  return JSON.parse(stdout) as Facts;
}

/** Every resource of an environment's stacks, with the physical ids that an update must keep. */
export async function deployedResources(endpoint: string, environment: string): Promise<DeployedResource[]> {
  const response = await fetch(`${endpoint}/emulator/resources`);
  const all = (await response.json()) as DeployedResource[];
  return all.filter(({ stack }) => layers.some((layer) => stack === `${environment}-${layer}`));
}
