export { awsChecks } from "./aws.ts";
export { type Check, runChecks } from "./check.ts";
export { failuresDocs, findingsDocs } from "./docs.ts";
export {
  type CloudFormationTemplate,
  cloudFormationFacts,
  type TemplateOptions,
} from "./extract/cloudformation.ts";
export type * from "./facts.ts";
export { noFacts } from "./facts.ts";
export { type Failure, failures } from "./ledger.ts";
