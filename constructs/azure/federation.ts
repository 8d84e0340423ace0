import {
  FederatedIdentityCredential,
  type FederatedIdentityCredentialArgs,
} from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { type Transform, transformed } from "./transform.ts";

export interface FederationProps {
  /** Resource group and name of the identity that is lent. */
  readonly resourceGroupName: Input<string>;
  readonly identityName: Input<string>;
  /** The cluster's issuer of tokens. */
  readonly issuer: Input<string>;
  readonly serviceAccounts: readonly { readonly namespace: string; readonly name: string }[];
  readonly transform?: { readonly credential?: Transform<FederatedIdentityCredentialArgs> };
}

/** Lends an identity to service accounts of the cluster: their pods need no secret. */
export class Federation extends ComponentResource {
  /** By `<namespace>/<name>`. */
  readonly credentials: ReadonlyMap<string, FederatedIdentityCredential>;

  constructor(name: string, props: FederationProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Federation", name, {}, options);
    const credentials = new Map<string, FederatedIdentityCredential>();
    // One after another: Azure refuses two changes of one identity at a time.
    // https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
    let previous: FederatedIdentityCredential | undefined;
    for (const account of props.serviceAccounts) {
      previous = new FederatedIdentityCredential(
        `${name}-${account.namespace}-${account.name}`,
        transformed<FederatedIdentityCredentialArgs>(
          {
            resourceGroupName: props.resourceGroupName,
            resourceName: props.identityName,
            federatedIdentityCredentialResourceName: `${account.namespace}-${account.name}`,
            issuer: props.issuer,
            subject: `system:serviceaccount:${account.namespace}:${account.name}`,
            audiences: ["api://AzureADTokenExchange"],
          },
          props.transform?.credential,
        ),
        {
          parent: this,
          deleteBeforeReplace: true,
          ...(previous === undefined ? {} : { dependsOn: [previous] }),
        },
      );
      credentials.set(`${account.namespace}/${account.name}`, previous);
    }
    this.credentials = credentials;
    this.registerOutputs();
  }
}
