export { awsChecks } from "./aws.ts";
export { azureChecks } from "./azure.ts";
export { type Check, runChecks } from "./check.ts";
export { checksFor } from "./checks-for.ts";
export { failuresDocs, findingsDocs } from "./docs.ts";
export {
  type CloudFormationTemplate,
  cloudFormationFacts,
  type TemplateOptions,
} from "./extract/cloudformation.ts";
export { type PulumiOptions, type PulumiResource, pulumiFacts } from "./extract/pulumi.ts";
export type * from "./facts.ts";
export { noFacts } from "./facts.ts";
export { gcpChecks } from "./gcp.ts";
export { type Failure, failures } from "./ledger.ts";
export { allChecks } from "./rules/index.ts";
