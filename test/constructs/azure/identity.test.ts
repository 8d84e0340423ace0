import { describe, expect, test } from "vitest";
import { Access } from "../../../constructs/azure/access.ts";
import { Federation } from "../../../constructs/azure/federation.ts";
import { Identity } from "../../../constructs/azure/identity.ts";
import { stableGuid } from "../../../constructs/azure/stable-guid.ts";
import type { AzureRoleAssignmentPlan } from "../../../planner/plan/azure.ts";
import { around, clusterPlan, subscription } from "./fixtures/plans.ts";
import { by, ofType, only, recorded } from "./recorded.ts";

const resourcesOf = (
  grants: readonly AzureRoleAssignmentPlan[] = clusterPlan().azure?.roleAssignments ?? [],
) =>
  recorded(
    () =>
      new Identity("identity", {
        ...around,
        name: "pretrain",
        subscriptionId: subscription,
        grants,
        scopes: {
          "virtual-network": "vnet-id",
          "data-resource-group": "group-id",
          subscription: `/subscriptions/${subscription}`,
        },
        storage: new Map([["corpus", "corpus-account-id"]]),
      }),
  );

describe("identities", () => {
  test("control plane, nodes and workloads each have one", async () => {
    const names = ofType(await resourcesOf(), "managedidentity:UserAssignedIdentity").map(
      ({ inputs }) => inputs.resourceName,
    );
    expect(names).toEqual(["pretrain-control-plane", "pretrain-kubelet", "pretrain-workload"]);
  });

  test("the Lustre driver has one where it is given a right", async () => {
    const grant = {
      id: "lustre",
      role: "Reader",
      scope: "subscription",
      identity: "lustre-driver",
      reason: "r",
    } as const;
    const resources = await resourcesOf([grant]);
    expect(
      by(ofType(resources, "managedidentity:UserAssignedIdentity"), "resourceName").has(
        "pretrain-lustre-driver",
      ),
    ).toBe(true);
    expect(by(ofType(resources, "authorization:RoleAssignment"), "description").get("r")).toMatchObject({
      principalId: "identity-lustre-driver-principal-id",
      scope: `/subscriptions/${subscription}`,
    });
  });
});

describe("rights", () => {
  test("are the planned ones, the kubelet identity's, and the workloads' on their storage: no more", async () => {
    const grants = ofType(await resourcesOf(), "authorization:RoleAssignment").map(({ inputs }) => [
      inputs.principalId,
      String(inputs.roleDefinitionId).split("/").at(-1),
      inputs.scope,
    ]);
    expect(grants.toSorted()).toEqual(
      [
        // Managed Identity Operator, Network Contributor, Storage Blob Data Contributor.
        [
          "identity-control-plane-principal-id",
          "f1a07417-d97a-45cb-824c-7a7467783830",
          "identity-kubelet-id",
        ],
        ["identity-control-plane-principal-id", "4d97b98b-1d4f-4787-a291-c67834d212e7", "vnet-id"],
        ["identity-workload-principal-id", "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "corpus-account-id"],
      ].toSorted(),
    );
  });

  test("a reservation group's by its ARM id", async () => {
    const grant = {
      id: "crg",
      role: "Contributor",
      scope: { armId: "/subscriptions/s/resourceGroups/reserved" },
      identity: "control-plane",
      reason: "joins nodes to the reservation",
    } as const;
    const grants = by(ofType(await resourcesOf([grant]), "authorization:RoleAssignment"), "description");
    expect(grants.get(grant.reason)?.scope).toBe("/subscriptions/s/resourceGroups/reserved");
  });

  test("have names that stay the same, and go before their successors come", async () => {
    const grants = ofType(await resourcesOf(), "authorization:RoleAssignment");
    const again = ofType(await resourcesOf(), "authorization:RoleAssignment");
    const names = grants.map(({ inputs }) => inputs.roleAssignmentName);
    expect(names).toEqual(again.map(({ inputs }) => inputs.roleAssignmentName));
    expect(new Set(names).size).toBe(names.length);
    for (const { inputs, options } of grants) {
      expect(inputs.principalType).toBe("ServicePrincipal");
      expect(options?.deleteBeforeReplace).toBe(true);
    }
  });
});

describe("names of role assignments", () => {
  test("are version 5 GUIDs: the known one of RFC 9562's example", () => {
    expect(stableGuid("www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  test("differ where any word differs", () => {
    expect(stableGuid("a", "b")).not.toBe(stableGuid("ab"));
  });
});

describe("people", () => {
  const access = (principal: string, level: "admin" | "user") =>
    recorded(
      () =>
        new Access("access", {
          subscriptionId: subscription,
          clusterId: "cluster-id",
          access: [{ principal, level }],
        }),
    );

  test("admins may everything in the cluster", async () => {
    const grants = ofType(
      await access("group/11111111-2222-3333-4444-555555555555", "admin"),
      "authorization:RoleAssignment",
    );
    expect(grants.map(({ inputs }) => String(inputs.roleDefinitionId).split("/").at(-1)).toSorted()).toEqual([
      "4abbcc35-e782-43d8-92c5-2d3f1bd2253f",
      "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b",
    ]);
    expect(grants[0]?.inputs).toMatchObject({
      principalId: "11111111-2222-3333-4444-555555555555",
      principalType: "Group",
    });
  });

  test("users write in the default namespace alone", async () => {
    const grants = ofType(await access("user/1", "user"), "authorization:RoleAssignment");
    const writer = grants.filter(({ inputs }) => String(inputs.scope).endsWith("/namespaces/default"));
    expect(writer).toHaveLength(1);
    expect(writer[0]?.inputs).toMatchObject({ principalType: "User" });
    expect(grants).toHaveLength(3);
  });
});

test("service accounts borrow an identity without a secret", async () => {
  const credential = only(
    await recorded(
      () =>
        new Federation("workload", {
          resourceGroupName: "pretrain-identities",
          identityName: "pretrain-workload",
          issuer: "https://issuer/",
          serviceAccounts: [{ namespace: "research", name: "trainer" }],
        }),
    ),
    "managedidentity:FederatedIdentityCredential",
  );
  expect(credential.inputs).toMatchObject({
    subject: "system:serviceaccount:research:trainer",
    issuer: "https://issuer/",
    audiences: ["api://AzureADTokenExchange"],
  });
});
