import type { CryptoKeyArgs, KeyRingArgs } from "@pulumi/gcp/kms/index.js";
import { CryptoKey, CryptoKeyIAMMember, KeyRing } from "@pulumi/gcp/kms/index.js";
import { ServiceIdentity } from "@pulumi/gcp/projects/index.js";
import { getProjectServiceAccountOutput } from "@pulumi/gcp/storage/index.js";
import { type ComponentResourceOptions, interpolate, type Output, output } from "@pulumi/pulumi";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import type { Labels } from "./labels.ts";
import type { Project } from "./project.ts";
import { resourceName } from "./resource-name.ts";

export interface EncryptionProps {
  readonly environment: string;
  readonly region: string;
  readonly project: Project;
  /** Key as the file names it; `null` creates one. */
  readonly kmsKey: string | null;
  /** Google's services that use the key. */
  readonly users: readonly KeyUser[];
  readonly protect: boolean;
  readonly labels: Labels;
  readonly transform?: {
    readonly keyRing?: Transform<KeyRingArgs>;
    readonly key?: Transform<CryptoKeyArgs>;
  };
}

export type KeyUser = keyof typeof serviceAgents;

/**
 * The key that data, disks and secrets are encrypted with, and the leave of Google's own service accounts to use it.
 * A key that exists already is used as it is: its owner gives the leave.
 */
export class Encryption extends Component {
  readonly keyId: Output<string>;
  /** `undefined` for an existing key. */
  readonly keyRing: KeyRing | undefined;
  readonly key: CryptoKey | undefined;
  /** What must exist before anything is encrypted with the key. */
  readonly grants: readonly CryptoKeyIAMMember[];

  constructor(name: string, props: EncryptionProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Encryption", name, options);
    if (props.kmsKey === null) {
      this.keyRing = this.createKeyRing(props);
      const key = this.createKey(props, this.keyRing);
      this.key = key;
      this.grants = props.users.map((user) => this.grant(user, key, props.project));
      this.keyId = key.id;
    } else {
      this.grants = [];
      this.keyId = output(props.kmsKey);
    }
    this.registerOutputs({ keyId: this.keyId });
  }

  /** Key rings cannot be deleted: one of the name stays for good. https://docs.cloud.google.com/kms/docs/destroy-restore */
  private createKeyRing({ environment, region, project, protect, transform }: EncryptionProps): KeyRing {
    return new KeyRing(
      this.childName("ring"),
      transformed<KeyRingArgs>(
        { name: resourceName([environment]), location: region, project: project.id },
        transform?.keyRing,
      ),
      this.child(kept(protect)),
    );
  }

  private createKey({ protect, labels, transform }: EncryptionProps, ring: KeyRing): CryptoKey {
    return new CryptoKey(
      this.childName("key"),
      transformed<CryptoKeyArgs>(
        {
          name: "data",
          keyRing: ring.id,
          purpose: "ENCRYPT_DECRYPT",
          rotationPeriod: `${rotationDays * 86_400}s`,
          labels,
        },
        transform?.key,
      ),
      this.child(kept(protect)),
    );
  }

  private grant(user: KeyUser, key: CryptoKey, project: Project): CryptoKeyIAMMember {
    return new CryptoKeyIAMMember(
      this.childName(`use-${user}`),
      {
        cryptoKeyId: key.id,
        role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
        member: interpolate`serviceAccount:${this.emailOf(user, project)}`,
      },
      this.child({ dependsOn: this.askFor(user, project) }),
    );
  }

  private emailOf(user: KeyUser, { id, number }: Project): Output<string> {
    // Cloud Storage makes its account when somebody reads it.
    // https://docs.cloud.google.com/storage/docs/projects#service-agents
    if (user === "storage")
      return getProjectServiceAccountOutput({ project: id }, { parent: this }).emailAddress;
    return interpolate`service-${number}@${serviceAgents[user].domain}.iam.gserviceaccount.com`;
  }

  private askFor(user: KeyUser, { id }: Project): ServiceIdentity[] {
    const { service } = serviceAgents[user];
    if (service === null) return [];
    return [new ServiceIdentity(this.childName(`agent-${user}`), { project: id, service }, this.child())];
  }
}

/** As Google recommends for keys of data at rest. https://docs.cloud.google.com/kms/docs/key-rotation */
const rotationDays = 90;

/**
 * Google's service accounts that encrypt for a project, and the service whose account must be asked for as it does not
 * come with the API. https://docs.cloud.google.com/iam/docs/service-agents
 */
const serviceAgents = {
  storage: { domain: "gs-project-accounts", service: null },
  compute: { domain: "compute-system", service: null },
  container: { domain: "container-engine-robot", service: null },
  filestore: { domain: "cloud-filer", service: "file.googleapis.com" },
  lustre: { domain: "gcp-sa-lustre", service: "lustre.googleapis.com" },
} as const;
