import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const COMPUTED = /resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g;
const cache = new Map<string, Readonly<Record<string, string>>>();

/** Properties that only a deployment knows, from the SDK's own declaration of a type: name → TypeScript type. */
export function computedOutputs(pkg: string, type: string): Readonly<Record<string, string>> {
  const known = cache.get(type);
  if (known !== undefined) return known;
  const file = declaration(pkg, type);
  const outputs = file === undefined ? {} : read(file);
  cache.set(type, outputs);
  return outputs;
}

function read(file: string): Readonly<Record<string, string>> {
  const declared = existsSync(`${file}.d.ts`) ? readFileSync(`${file}.d.ts`, "utf8") : "";
  const names = [...readFileSync(`${file}.js`, "utf8").matchAll(COMPUTED)].flatMap(([, name]) => name ?? []);
  return Object.fromEntries(
    names.map((name) => {
      const typed = new RegExp(`readonly ${name}: pulumi\\.Output<([^;]*)>;`).exec(declared);
      return [name, typed?.[1]?.replace(/\s*\|\s*undefined/g, "").trim() ?? "string"];
    }),
  );
}

/** `gcp:container/cluster:Cluster` → `container/cluster`; `azure-native:network:Subnet` → `network/subnet`. */
function declaration(pkg: string, type: string): string | undefined {
  const [, module = "", name = ""] = type.split(":");
  const camel = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const root = dirname(fileURLToPath(import.meta.resolve(`@pulumi/${pkg}/package.json`)));
  const places = [join(root, module), join(root, module, camel), join(root, "bin", module)];
  return places.find((place) => existsSync(`${place}.js`));
}

/** A stand-in of a TypeScript type. */
export function standIn(type: string, label: string): unknown {
  if (type === "number") return 0;
  if (type === "boolean") return false;
  if (type.endsWith("[]")) return [];
  return type === "string" ? label : {};
}
