import type { NodeGroupFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { at, items, number, text, texts } from "./values.ts";

/** Instance groups of SageMaker HyperPod clusters. The service wires the interfaces itself. */
export function trainingServiceFacts(stack: Stack): readonly NodeGroupFact[] {
  return stack.ofType("AWS::SageMaker::Cluster").flatMap(({ id, at: path, properties }) =>
    items(properties.InstanceGroups).map((group, index): NodeGroupFact => {
      const type = text(at(group, "InstanceType"));
      const network = at(group, "OverrideVpcConfig") ?? properties.VpcConfig;
      const count = number(at(group, "InstanceCount"));
      return {
        at: [...path, "InstanceGroups", index],
        name: text(at(group, "InstanceGroupName")) ?? id,
        provisioner: "training-service",
        cluster: text(at(properties.Orchestrator, "Eks", "ClusterArn")),
        machines: type === undefined ? [] : [type.replace(/^ml\./, "")],
        subnets: texts(at(network, "Subnets")),
        fabricSecurityGroups: texts(at(network, "SecurityGroupIds")),
        size: count === undefined ? undefined : { min: 0, desired: count, max: Math.max(count, 0) },
      };
    }),
  );
}
