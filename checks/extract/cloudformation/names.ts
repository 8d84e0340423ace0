import type { NameFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { text } from "./values.ts";

/** The property that holds the physical name of each type whose names are limited. */
const NAMES: readonly { readonly type: string; readonly property: string; readonly of: NameFact["of"] }[] = [
  { type: "AWS::IAM::Role", property: "RoleName", of: "iam-role" },
  { type: "AWS::EKS::Nodegroup", property: "NodegroupName", of: "node-group" },
  { type: "AWS::EKS::Cluster", property: "Name", of: "cluster" },
  { type: "AWS::S3::Bucket", property: "BucketName", of: "bucket" },
  { type: "AWS::Scheduler::Schedule", property: "Name", of: "schedule" },
  { type: "AWS::EC2::PlacementGroup", property: "GroupName", of: "placement-group" },
  { type: "AWS::ElasticLoadBalancingV2::LoadBalancer", property: "Name", of: "load-balancer" },
];

export function nameFacts(stack: Stack): readonly NameFact[] {
  return NAMES.flatMap(({ type, property, of }) =>
    stack.ofType(type).flatMap((resource) => {
      const value = text(resource.properties[property]);
      return value === undefined ? [] : [{ at: resource.at, name: resource.id, value, of }];
    }),
  );
}
