import type { PlacementGroupFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { text } from "./values.ts";

export function placementGroupFacts(stack: Stack): readonly PlacementGroupFact[] {
  return stack.ofType("AWS::EC2::PlacementGroup").map(({ id, at, properties }) => ({
    at,
    name: text(properties.GroupName) ?? id,
    strategy: text(properties.Strategy),
  }));
}
