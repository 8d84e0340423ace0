import type { CloudFormationTemplate, TemplateOptions } from "./template.ts";
import { at, isProperties, type Properties, text, UNKNOWN } from "./values.ts";

const NOTHING = Symbol("AWS::NoValue");

/** Attributes that name the resource itself: they resolve to its logical id. */
const IDENTITIES = new Set([
  "Arn",
  "GroupId",
  "Id",
  "SubnetId",
  "VpcId",
  "GroupName",
  "PlacementGroupArn",
  "LaunchTemplateId",
  "FileSystemId",
]);

type Exports = ReadonlyMap<string, unknown>;
type OnDangling = (reference: string) => void;

/** Resolves CloudFormation's functions as far as a template alone allows. */
export class Resolver {
  readonly prefix: string;
  readonly #template: CloudFormationTemplate;
  readonly #region: string | undefined;
  readonly #given: Readonly<Record<string, string>>;
  #exports: Exports = new Map();
  #onDangling: OnDangling = () => undefined;

  constructor(
    template: CloudFormationTemplate,
    prefix: string,
    region: string | undefined,
    options: TemplateOptions,
  ) {
    this.prefix = prefix;
    this.#template = template;
    this.#region = region;
    this.#given = options.parameters ?? {};
  }

  /** What other templates can import: names with resolved values. */
  exports(): readonly (readonly [string, unknown])[] {
    return Object.values(this.#template.Outputs ?? {}).flatMap((output) => {
      const name = text(this.#value(at(output, "Export", "Name")));
      return name === undefined ? [] : [[name, this.#value(at(output, "Value"))] as const];
    });
  }

  /** Whether a resource's condition lets it be. */
  exists(resource: Properties): boolean {
    const condition = text(resource.Condition);
    return condition === undefined || this.#condition({ Condition: condition }) !== false;
  }

  /** Resolves a whole tree; what cannot be known becomes `UNKNOWN`. Reports names of resources that are nowhere. */
  resolve(value: unknown, exports: Exports, onDangling: OnDangling): unknown {
    this.#exports = exports;
    this.#onDangling = onDangling;
    const resolved = this.#value(value);
    return resolved === NOTHING ? undefined : resolved;
  }

  #value(value: unknown): unknown {
    if (typeof value === "string") return value.startsWith("{{resolve:") ? UNKNOWN : value;
    if (Array.isArray(value)) return value.map((one) => this.#value(one)).filter((one) => one !== NOTHING);
    if (!isProperties(value)) return value;
    const [key, ...others] = Object.keys(value);
    if (key !== undefined && others.length === 0 && (key === "Ref" || key.startsWith("Fn::"))) {
      return this.#call(key, value[key]);
    }
    const entries = Object.entries(value).map(([name, one]) => [name, this.#value(one)] as const);
    return Object.fromEntries(entries.filter(([, one]) => one !== NOTHING));
  }

  #call(name: string, argument: unknown): unknown {
    switch (name) {
      case "Ref":
        return this.#ref(text(argument) ?? "");
      case "Fn::GetAtt":
        return this.#attribute(argument);
      case "Fn::ImportValue":
        return this.#exports.get(text(this.#value(argument)) ?? "") ?? UNKNOWN;
      case "Fn::Join":
        return this.#join(argument);
      case "Fn::Sub":
        return this.#substitute(argument);
      case "Fn::Select":
        return this.#select(argument);
      case "Fn::Split":
        return this.#split(argument);
      case "Fn::GetAZs":
        return Array.from({ length: 6 }, (_, index) => `${this.#region ?? "region"}#${index}`);
      case "Fn::FindInMap":
        return this.#findInMap(argument);
      case "Fn::If":
        return this.#choose(argument);
      default:
        return UNKNOWN;
    }
  }

  #ref(name: string): unknown {
    if (name === "AWS::NoValue") return NOTHING;
    if (name === "AWS::Region") return this.#region ?? UNKNOWN;
    if (name === "AWS::Partition") return "aws";
    if (name === "AWS::URLSuffix") return "amazonaws.com";
    if (name.startsWith("AWS::")) return UNKNOWN;
    if (this.#template.Resources?.[name] !== undefined) return this.prefix + name;
    const parameter = this.#template.Parameters?.[name];
    if (parameter === undefined) {
      this.#onDangling(name);
      return UNKNOWN;
    }
    const type = text(at(parameter, "Type")) ?? "";
    const value = this.#given[name] ?? text(at(parameter, "Default"));
    if (value === undefined || type.startsWith("AWS::SSM::")) return UNKNOWN;
    return type === "CommaDelimitedList" || type.startsWith("List<")
      ? value.split(",").map((one) => one.trim())
      : value;
  }

  #attribute(argument: unknown): unknown {
    const [name, ...rest] = Array.isArray(argument) ? argument.map(text) : (text(argument) ?? "").split(".");
    const attribute = rest.join(".");
    if (name === undefined) return UNKNOWN;
    if (this.#template.Resources?.[name] === undefined) {
      this.#onDangling(name);
      return UNKNOWN;
    }
    return IDENTITIES.has(attribute) ? this.prefix + name : `${this.prefix}${name}.${attribute}`;
  }

  #join(argument: unknown): unknown {
    const [separator, list] = Array.isArray(argument) ? argument : [];
    const parts = this.#value(list);
    if (!Array.isArray(parts) || parts.some((part) => part === UNKNOWN)) return UNKNOWN;
    return parts.map(String).join(text(separator) ?? "");
  }

  #substitute(argument: unknown): unknown {
    const [template, values] = Array.isArray(argument) ? argument : [argument, {}];
    let known = true;
    const result = (text(template) ?? "").replace(
      /\$\{(!?)([^}]+)\}/g,
      (_, literal: string, name: string) => {
        if (literal === "!") return `\${${name}}`;
        const given = at(values, name);
        const value =
          given !== undefined
            ? this.#value(given)
            : name.includes(".")
              ? this.#attribute(name)
              : this.#ref(name);
        if (typeof value !== "string" && typeof value !== "number") known = false;
        return String(value);
      },
    );
    return known ? result : UNKNOWN;
  }

  #select(argument: unknown): unknown {
    const [index, list] = Array.isArray(argument) ? argument : [];
    const items = this.#value(list);
    const position = Number(this.#value(index));
    return Array.isArray(items) && position in items ? items[position] : UNKNOWN;
  }

  #split(argument: unknown): unknown {
    const [separator, value] = Array.isArray(argument) ? argument : [];
    const whole = text(this.#value(value));
    return whole === undefined ? UNKNOWN : whole.split(text(separator) ?? ",");
  }

  #findInMap(argument: unknown): unknown {
    const keys = (Array.isArray(argument) ? argument : [])
      .slice(0, 3)
      .map((key) => text(this.#value(key)) ?? "");
    const found = at(this.#template.Mappings, ...keys);
    return found === undefined ? UNKNOWN : found;
  }

  #choose(argument: unknown): unknown {
    const [condition, yes, no] = Array.isArray(argument) ? argument : [];
    const holds = this.#condition({ Condition: text(condition) ?? "" });
    if (holds === undefined) {
      const [one, other] = [this.#value(yes), this.#value(no)];
      return JSON.stringify(one) === JSON.stringify(other) && typeof one !== "symbol" ? one : UNKNOWN;
    }
    return this.#value(holds ? yes : no);
  }

  #condition(expression: unknown): boolean | undefined {
    const [name, argument] = isProperties(expression) ? (Object.entries(expression)[0] ?? []) : [];
    const list: readonly unknown[] = Array.isArray(argument) ? argument : [];
    switch (name) {
      case "Condition":
        return this.#condition(at(this.#template.Conditions, text(argument) ?? ""));
      case "Fn::Equals": {
        const [one, other] = list.map((item) => this.#value(item));
        return typeof one === "symbol" || typeof other === "symbol"
          ? undefined
          : String(one) === String(other);
      }
      case "Fn::Not": {
        const inner = this.#condition(list[0]);
        return inner === undefined ? undefined : !inner;
      }
      case "Fn::And": {
        const all = list.map((item) => this.#condition(item));
        return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
      }
      case "Fn::Or": {
        const all = list.map((item) => this.#condition(item));
        return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
      }
      default:
        return undefined;
    }
  }
}
