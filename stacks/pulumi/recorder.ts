import type * as pulumi from "@pulumi/pulumi";
import type { runtime } from "@pulumi/pulumi";
import { standIns } from "./stand-ins.ts";

/** A resource as it would reach its provider. */
export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What protects it; absent where nothing does. */
  readonly options?: {
    readonly protect?: true;
    readonly retainOnDelete?: true;
    readonly deleteBeforeReplace?: true;
  };
}

/** What only a deployment knows, by token: results of functions, and outputs of resources beside their inputs. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Stands in for the engine: gives every resource an id and its own inputs back, and notes what was registered. The
 * options of resources do not reach Pulumi's mocks: a stack transformation notes them, and the types above a resource,
 * which make its URN.
 */
export class Recorder implements runtime.Mocks {
  private readonly qualifiedTypes = new Map<pulumi.Resource, string>();
  private readonly notes = new Map<
    string,
    { readonly urnType: string; readonly opts: pulumi.ResourceOptions }
  >();
  private readonly noted: RecordedResource[] = [];
  private readonly project: string;
  private readonly stack: string;
  private readonly stackOutputs: Readonly<Record<string, unknown>>;
  private readonly answers: Answers;

  /** `stackOutputs`: what a stack reference in this stack reads. `answers`: stand-ins for what it cannot. */
  constructor(
    project: string,
    stack: string,
    stackOutputs: Readonly<Record<string, unknown>>,
    answers: Answers = {},
  ) {
    this.project = project;
    this.stack = stack;
    this.stackOutputs = stackOutputs;
    this.answers = answers;
  }

  /** In order of type and name: registration itself has none. */
  get resources(): readonly RecordedResource[] {
    return this.noted.toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
  }

  /** To be registered as a stack transformation before anything is created. */
  readonly note = ({ resource, type, name, opts }: pulumi.ResourceTransformationArgs): undefined => {
    const above = opts.parent === undefined ? "" : (this.qualifiedTypes.get(opts.parent) ?? "");
    const urnType = above === "" ? type : `${above}$${type}`;
    this.qualifiedTypes.set(resource, urnType);
    this.notes.set(`${type}::${name}`, { urnType, opts });
  };

  newResource({ type, name, inputs }: runtime.MockResourceArgs): runtime.MockResourceResult {
    if (type === "pulumi:pulumi:StackReference") {
      return { id: inputs.name, state: { ...inputs, outputs: this.stackOutputs, secretOutputNames: [] } };
    }
    const { urnType, opts } = this.notes.get(`${type}::${name}`) ?? { urnType: type, opts: {} };
    const urn = `urn:pulumi:${this.stack}::${this.project}::${urnType}::${name}`;
    if (type !== "pulumi:pulumi:Stack")
      this.noted.push({ type, name, urn, inputs, ...recordedOptions(opts) });
    return {
      id: `${name}-id`,
      state: { name, ...this.answers[type], ...inputs, ...standIns(type, name, inputs) },
    };
  }

  /** Functions of providers are answered with their own arguments and what stands in for the rest. */
  call({ token, inputs }: runtime.MockCallArgs): Record<string, unknown> {
    return { ...this.answers[token], ...inputs };
  }
}

function recordedOptions(opts: pulumi.CustomResourceOptions): Pick<RecordedResource, "options"> {
  const set = (["protect", "retainOnDelete", "deleteBeforeReplace"] as const).filter(
    (key) => opts[key] === true,
  );
  return set.length === 0 ? {} : { options: Object.fromEntries(set.map((key) => [key, true])) };
}
