import type { Failure } from "../ledger.ts";

/** Capacity, reservations and placement. */
export const capacityFailures: readonly Failure[] = [
  {
    id: "A1",
    title: "A placement group that the reservation was not made in makes launches fail for want of capacity.",
    outcomes: [
      { kind: "caught", codes: ["placement-with-capacity-block", "placement-with-reservation"] },
      { kind: "designed-out", where: "planner", how: "placement is decided from how the nodes are bought" },
    ],
    incidents: [
      "https://github.com/terraform-aws-modules/terraform-aws-eks/pull/3730",
      "https://github.com/eksctl-io/eksctl/issues/7949",
    ],
  },
  {
    id: "A2",
    title:
      "A stock-out of a trivial CPU machine shows after half an hour and tears down reserved accelerators.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner",
        how: "system pools are small, in several zones and of several interchangeable types, apart from the accelerator pools",
      },
      { kind: "unknowable", why: "free capacity changes by the minute and no API promises it" },
    ],
    incidents: ["https://github.com/NVIDIA/aicr/issues/2764"],
  },
  {
    id: "A4",
    title: "A reservation that begins later needs zero nodes until then.",
    outcomes: [
      { kind: "caught", codes: ["reservation-not-begun", "reservation-over"] },
      {
        kind: "designed-out",
        where: "planner",
        how: "dated options stand at zero, and the cloud's scheduler raises them at the start and lowers them before the end",
      },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/5543"],
  },
  {
    id: "A5",
    title: "Of several capacity blocks of one type and zone the node provisioner uses only one.",
    outcomes: [
      { kind: "caught", codes: ["capacity-blocks-alike", "reservation-too-small"] },
      { kind: "designed-out", where: "planner", how: "a fixed pool gets one node group for each block" },
    ],
    incidents: ["https://github.com/aws/karpenter-provider-aws/issues/8514"],
  },
  {
    id: "A6",
    title: "People expect the provisioner to buy the capacity block.",
    outcomes: [
      { kind: "caught", codes: ["reservation-missing", "capacity-block-duration", "capacity-block-size"] },
      {
        kind: "designed-out",
        where: "spec/schema",
        how: "a capacity-block option cannot be written without the id of a block that was bought",
      },
    ],
    incidents: ["https://github.com/aws-samples/sample-apex-skills/pull/107"],
  },
  {
    id: "A7",
    title: "An open reservation is silently not used because launch templates carry the preference none.",
    outcomes: [
      {
        kind: "designed-out",
        where: "constructs/aws",
        how: "a reservation is always targeted by its id, never left to the open preference",
      },
      { kind: "caught", codes: ["reservation-machine", "reservation-zone", "reservation-id"] },
    ],
    incidents: ["https://github.com/zalando-incubator/kubernetes-on-aws/pull/11614"],
  },
  {
    id: "A8",
    title: "A node group with a cluster placement group breaks on update because its zones spread.",
    outcomes: [
      {
        kind: "caught",
        codes: ["placement-across-zones", "placement-apart", "efa-across-zones", "placement-strategy"],
      },
    ],
    incidents: [
      "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3044",
      "https://github.com/pulumi/pulumi-eks/pull/1593",
    ],
  },
  {
    id: "A9",
    title: "The job scheduler marks nodes as down after a spot stock-out and needs an administrator.",
    outcomes: [
      { kind: "caught", codes: ["spot-gang"] },
      {
        kind: "designed-out",
        where: "planner",
        how: "pools fill from the next purchase option, and node groups repair themselves",
      },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/issues/4940"],
  },
  {
    id: "A10",
    title: "Insufficient capacity because the zone does not have the machine.",
    outcomes: [
      {
        kind: "caught",
        codes: ["machine-zone", "machine-region", "reservation-zone", "usage-not-supported"],
      },
    ],
    incidents: ["https://github.com/awslabs/awsome-distributed-ai/issues/204"],
  },
  {
    id: "A11",
    title: "Quota is found out late, or a validator passes silently what it has no metric for.",
    outcomes: [
      {
        kind: "designed-out",
        where: "planner",
        how: "every plan lists each quota by its exact name with what is needed",
      },
      { kind: "caught", codes: ["node-groups-per-cluster", "nodes-per-group", "machine-facts-missing"] },
      { kind: "unknowable", why: "an account's own quota is known to that account alone" },
    ],
    incidents: ["https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/5422"],
  },
];
