import { IAMMember as ProjectMember } from "@pulumi/gcp/projects/index.js";
import { Account, type AccountArgs, IAMMember as AccountMember } from "@pulumi/gcp/serviceaccount/index.js";
import { BucketIAMMember } from "@pulumi/gcp/storage/index.js";
import {
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import type { AccessPlan } from "../../planner/plan/cluster.ts";
import { Component, type Transform, transformed } from "../pulumi/index.ts";
import { resourceName } from "./resource-name.ts";
import { accountEmail, accountMember } from "./service-account.ts";

export interface BucketToUse {
  readonly bucketName: Input<string>;
  /** What exists already is never changed, its own rights included: the project gives the leave. */
  readonly existing: boolean;
}

export interface IdentityProps {
  readonly environment: string;
  readonly project: Input<string>;
  /** Roles of the nodes' account in the project. */
  readonly nodeRoles: readonly string[];
  readonly access: readonly AccessPlan[];
  /** Buckets that workloads read and write, by name in the file. */
  readonly buckets: ReadonlyMap<string, BucketToUse>;
  readonly transform?: { readonly account?: Transform<AccountArgs> };
}

/** Who may do what: accounts of nodes and workloads, and people's access to the cluster. */
export class Identity extends Component {
  readonly nodeAccount: Account;
  /** For workloads: reads and writes the environment's buckets. */
  readonly workloadAccount: Account;
  readonly nodeEmail: Output<string>;
  readonly workloadEmail: Output<string>;
  /** By role. */
  readonly nodeRoles: ReadonlyMap<string, ProjectMember>;
  /** By name in the file. */
  readonly bucketAccess: ReadonlyMap<string, BucketIAMMember | ProjectMember>;
  /** By principal as written in the file. */
  readonly people: ReadonlyMap<string, ProjectMember>;

  constructor(name: string, props: IdentityProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Identity", name, options);
    this.nodeAccount = this.createAccount("nodes", "Nodes", props);
    this.workloadAccount = this.createAccount("workloads", "Workloads that use the buckets", props);
    this.nodeEmail = accountEmail(this.nodeAccount, props.project);
    this.workloadEmail = accountEmail(this.workloadAccount, props.project);
    this.nodeRoles = new Map(
      props.nodeRoles.map((role) => [
        role,
        this.grant(
          `nodes-${role.replace("roles/", "")}`,
          role,
          accountMember(this.nodeAccount, props.project),
          props,
        ),
      ]),
    );
    this.bucketAccess = new Map(
      [...props.buckets].map(([bucket, id]) => [bucket, this.openBucket(bucket, id, props)]),
    );
    this.people = new Map(
      props.access.map(({ principal, level }) => [
        principal,
        this.grant(`access-${principal}`, accessRoles[level], iamMember(principal), props),
      ]),
    );
    this.registerOutputs();
  }

  /**
   * Lets a service account of the cluster act as the workloads' account. The identity pool exists once a cluster of the
   * project has it: `after` is that cluster.
   * https://docs.cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
   */
  bindWorkload(
    pool: Input<string>,
    namespace: string,
    serviceAccount: string,
    after: readonly Resource[],
  ): AccountMember {
    return new AccountMember(
      this.childName(`workload-${namespace}-${serviceAccount}`),
      {
        serviceAccountId: this.workloadAccount.name,
        role: "roles/iam.workloadIdentityUser",
        member: interpolate`serviceAccount:${pool}[${namespace}/${serviceAccount}]`,
      },
      this.child({ dependsOn: [...after] }),
    );
  }

  private createAccount(id: string, displayName: string, props: IdentityProps): Account {
    const { environment, project, transform } = props;
    return new Account(
      this.childName(id),
      transformed<AccountArgs>(
        {
          // Account ids have 6 to 30 characters. https://docs.cloud.google.com/iam/docs/service-accounts-create
          accountId: resourceName([environment, id], 30),
          project,
          displayName: `${environment}: ${displayName}`,
        },
        transform?.account,
      ),
      this.child(),
    );
  }

  private grant(id: string, role: string, member: Input<string>, { project }: IdentityProps): ProjectMember {
    return new ProjectMember(this.childName(id), { project, role, member }, this.child());
  }

  private openBucket(
    name: string,
    { bucketName, existing }: BucketToUse,
    { project }: IdentityProps,
  ): BucketIAMMember | ProjectMember {
    const id = this.childName(`bucket-${name}`);
    const role = "roles/storage.objectUser";
    const member = accountMember(this.workloadAccount, project);
    if (!existing) return new BucketIAMMember(id, { bucket: bucketName, role, member }, this.child());
    // https://docs.cloud.google.com/iam/docs/conditions-resource-attributes
    const condition = {
      title: `bucket ${name}`,
      expression: interpolate`resource.name.startsWith("projects/_/buckets/${bucketName}")`,
    };
    return new ProjectMember(id, { project, role, member, condition }, this.child());
  }
}

/**
 * Users see everything in the cluster but its secrets; where they may work is for the cluster's own roles to say.
 * https://docs.cloud.google.com/kubernetes-engine/docs/how-to/iam
 */
const accessRoles: Readonly<Record<AccessPlan["level"], string>> = {
  admin: "roles/container.admin",
  user: "roles/container.viewer",
};

/** `group:…`, `user:…` and the like as written; an address alone is a user's. */
function iamMember(principal: string): string {
  return principal.includes(":") ? principal : `user:${principal}`;
}
