import {
  ProjectBucketConfig,
  type ProjectBucketConfigArgs,
  ProjectSink,
  type ProjectSinkArgs,
} from "@pulumi/gcp/logging/index.js";
import { type ComponentResourceOptions, type Input, interpolate } from "@pulumi/pulumi";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import { resourceName } from "./resource-name.ts";

export interface ObservabilityProps {
  readonly environment: string;
  readonly region: string;
  readonly project: Input<string>;
  readonly retentionDays: number;
  /** Name of the cluster whose logs are kept here; `null` where it exists already. */
  readonly clusterName: string | null;
  readonly protect: boolean;
  readonly transform?: {
    readonly logBucket?: Transform<ProjectBucketConfigArgs>;
    readonly sink?: Transform<ProjectSinkArgs>;
  };
}

/**
 * Where logs go: a log bucket of the environment's own, in its region, which keeps them no longer than wanted. The
 * project's default bucket keeps its copies by its own rules.
 */
export class Observability extends Component {
  readonly logBucket: ProjectBucketConfig;
  /** What the cluster says, its audit log included; `undefined` for an existing cluster. */
  readonly sink: ProjectSink | undefined;

  constructor(name: string, props: ObservabilityProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Observability", name, options);
    const { environment, region, project, retentionDays, transform } = props;
    this.logBucket = new ProjectBucketConfig(
      this.childName("logs"),
      transformed<ProjectBucketConfigArgs>(
        { bucketId: resourceName([environment], 100), project, location: region, retentionDays },
        transform?.logBucket,
      ),
      this.child(kept(props.protect)),
    );
    this.sink = props.clusterName === null ? undefined : this.createSink(props, props.clusterName);
    this.registerOutputs();
  }

  private createSink(
    { environment, project, transform }: ObservabilityProps,
    clusterName: string,
  ): ProjectSink {
    return new ProjectSink(
      this.childName("sink"),
      transformed<ProjectSinkArgs>(
        {
          name: resourceName([environment], 100),
          project,
          destination: interpolate`logging.googleapis.com/${this.logBucket.id}`,
          filter: `resource.labels.cluster_name="${clusterName}"`,
          uniqueWriterIdentity: true,
        },
        transform?.sink,
      ),
      this.child(),
    );
  }
}
