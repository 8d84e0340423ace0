import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main, type Provider } from "@pulumi/pulumi/provider/index.js";
import { answers } from "./answers.ts";
import { openSecrets, type ProviderCall, type Refusals, resourceOf, secretPaths } from "./calls.ts";
import { computedOutputs, standIn } from "./computed-outputs.ts";
import { fakeId } from "./fake-id.ts";

/**
 * A provider for the real Pulumi engine that makes nothing: it notes each call as a line of JSON in `RECORDING_LOG`,
 * answers with the inputs and stand-ins for what only a cloud knows, and refuses the types that `RECORDING_REFUSALS` names.
 * Usage: `recording-provider.ts PACKAGE [ENGINE ADDRESS]`; its first line is the port that it listens on.
 */
const [pkg = "gcp", ...engine] = process.argv.slice(2);
const { RECORDING_LOG: log = "", RECORDING_REFUSALS: refusals = "" } = process.env;

/** Old inputs travel in the state under this name, so that a difference compares inputs with inputs. */
const INPUTS = "__inputs";

type Properties = Record<string, unknown>;

/** The engine wants the version that the program's SDK was made for. */
const version = sdkVersion();

const provider: Provider = {
  version,
  schema: JSON.stringify({ name: pkg, version }),
  check: async (_urn, _olds, news: Properties) => ({ inputs: news }),
  diff: async (_id, _urn, olds: Properties, news: Properties) => ({
    changes: canonical(olds[INPUTS] ?? {}) !== canonical(news),
  }),
  create: async (urn, inputs: Properties) => {
    const { type, name } = resourceOf(urn);
    refuse(type);
    note("create", urn, inputs);
    return { id: fakeId(pkg, type, name, inputs), outs: outputs(type, name, inputs) };
  },
  update: async (_id, urn, _olds, news: Properties) => {
    const { type, name } = resourceOf(urn);
    refuse(type);
    note("update", urn, news);
    return { outs: outputs(type, name, news) };
  },
  read: async (id, urn, props: Properties | undefined) => {
    const { type, name } = resourceOf(urn);
    note("read", urn, {});
    return { id, props: { ...outputs(type, name, {}), ...props } };
  },
  delete: async (_id, urn) => note("delete", urn, {}),
  invoke: async (token, args: Properties) => {
    note("invoke", `urn:pulumi:none::none::${token}::`, args);
    return { outputs: { ...args, id: `${token}-id`, ...answers[token] } };
  },
};

function note(operation: ProviderCall["operation"], urn: string, inputs: Properties): void {
  const call: ProviderCall = {
    operation,
    urn,
    ...resourceOf(urn),
    inputs: openSecrets(inputs) as Properties,
    secrets: secretPaths(inputs),
  };
  if (log !== "") appendFileSync(log, `${JSON.stringify(call)}\n`);
}

function refuse(type: string): void {
  if (refusals === "" || !existsSync(refusals)) return;
  const message = (JSON.parse(readFileSync(refusals, "utf8")) as Refusals)[type];
  if (message !== undefined) throw new Error(message);
}

function outputs(type: string, name: string, inputs: Properties): Properties {
  const computed = Object.entries(computedOutputs(pkg, type)).map(([key, kind]) => [
    key,
    standIn(kind, `${name}-${key}`),
  ]);
  const named = pkg === "kubernetes" ? {} : { name };
  return { ...named, ...Object.fromEntries(computed), ...inputs, ...answers[type], [INPUTS]: inputs };
}

function sdkVersion(): string {
  const file = fileURLToPath(import.meta.resolve(`@pulumi/${pkg}/package.json`));
  return String((JSON.parse(readFileSync(file, "utf8")) as Properties).version);
}

/** Text that is the same for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

await main(provider, engine);
