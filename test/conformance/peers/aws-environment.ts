/** Account of the emulated AWS, and of every example that names one. */
export const account = "123456789012";

/** Variables with which the CDK CLI and boto3 talk to the emulated AWS and to nothing else. */
export function awsVariables(endpoint: string, region: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "emulated",
    AWS_SECRET_ACCESS_KEY: "emulated",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    CDK_VALIDATION: "false",
    CDK_DISABLE_CLI_TELEMETRY: "true",
    CI: "true",
  };
}
