import { CfnFlowLog, type CfnFlowLogProps } from "aws-cdk-lib/aws-ec2";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import { CfnLogGroup, type CfnLogGroupProps } from "aws-cdk-lib/aws-logs";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { roleProps } from "./role.ts";
import { type Transform, transformed } from "./transform.ts";

export interface ObservabilityProps {
  readonly keyArn: string;
  readonly retentionDays: number;
  /** Name of the cluster whose control plane writes logs; `null` where there is none or it exists already. */
  readonly clusterName: string | null;
  /** Network whose flows are recorded; `null` for none. */
  readonly flowLogsOf: string | null;
  readonly transform?: {
    readonly logGroup?: Transform<CfnLogGroupProps>;
    readonly flowLog?: Transform<CfnFlowLogProps>;
  };
}

/** Where logs go: encrypted, and no longer than wanted. */
export class Observability extends Construct {
  /**
   * The control plane's log group. EKS would make it itself, without end and without the environment's key, so it must
   * exist before the cluster. https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
   */
  readonly controlPlane: CfnLogGroup | undefined;
  readonly flows: CfnLogGroup | undefined;
  readonly flowLog: CfnFlowLog | undefined;

  constructor(scope: Construct, id: string, props: ObservabilityProps) {
    super(scope, id);
    if (props.clusterName !== null) {
      this.controlPlane = this.createLogGroup("ControlPlane", props, `/aws/eks/${props.clusterName}/cluster`);
    }
    if (props.flowLogsOf !== null) {
      this.flows = this.createLogGroup("Flows", props);
      this.flowLog = this.createFlowLog(props, props.flowLogsOf, this.flows);
    }
  }

  private createLogGroup(id: string, props: ObservabilityProps, logGroupName?: string): CfnLogGroup {
    return new CfnLogGroup(
      this,
      id,
      transformed<CfnLogGroupProps>(
        { logGroupName, retentionInDays: props.retentionDays, kmsKeyId: props.keyArn },
        props.transform?.logGroup,
      ),
    );
  }

  private createFlowLog(props: ObservabilityProps, vpcId: string, group: CfnLogGroup): CfnFlowLog {
    const role = new CfnRole(
      this,
      "FlowLogRole",
      roleProps({
        service: "vpc-flow-logs.amazonaws.com",
        description: "Writes the network's flow logs",
        sourceAccount: Stack.of(this).account,
        statements: [
          {
            Sid: "WriteFlows",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
            Resource: group.attrArn,
          },
        ],
      }),
    );
    return new CfnFlowLog(
      this,
      "FlowLog",
      transformed<CfnFlowLogProps>(
        {
          resourceId: vpcId,
          resourceType: "VPC",
          trafficType: "ALL",
          logDestinationType: "cloud-watch-logs",
          logDestination: group.attrArn,
          deliverLogsPermissionArn: role.attrArn,
        },
        props.transform?.flowLog,
      ),
    );
  }
}
