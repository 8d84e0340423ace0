import { describe, expect, it } from "vitest";
import { parseEnvironment } from "../../spec/define-environment.ts";
import type { Path } from "../../spec/finding.ts";
import { rules } from "../../spec/references/rules.ts";

interface RuleCase {
  readonly code: string;
  /** Added to the environment below: breaks the rule. */
  readonly wrong: object;
  readonly path: Path;
  /** What the message must name. */
  readonly says: readonly string[];
  /** Added to the environment below: like `wrong`, but right. */
  readonly right: object;
}

const pool = { name: "train", machine: "p5.48xlarge" };
const base = { name: "small", cloud: "aws", region: "us-east-2", pools: [pool] };
const gcp = { cloud: "gcp", region: "us-central1", pools: [{ name: "train", accelerator: "h100" }] };
const onPool = (more: object): object => ({ pools: [{ ...pool, ...more }] });
const onGcpPool = (more: object): object => ({
  ...gcp,
  pools: [{ name: "train", accelerator: "h100", ...more }],
});
const block = {
  kind: "capacity-block",
  id: "cr-0a1b2c3d",
  start: "2027-03-01T11:30:00Z",
  end: "2027-03-15T11:30:00Z",
};
const training = { name: "adapt", kind: "training", model: "llama-3.1-8b", pool: "train" };
const evaluation = { name: "judge", kind: "evaluation", model: { from: "adapt" }, pool: "train" };
const data = { name: "prepare", kind: "data", reads: "corpus", writes: "corpus" };
const step = { name: "dedupe", image: "registry.example.com/dedupe:1.4" };
const corpus = { name: "corpus", kind: "object" };
const queue = { name: "research", pool: "train", accelerators: 8 };

const cases: readonly RuleCase[] = [
  {
    code: "nothing-to-build",
    wrong: { pools: [] },
    path: ["pools"],
    says: ["neither a pool nor a workload"],
    right: { pools: [], storage: [corpus], workloads: [{ ...data, steps: [step] }] },
  },
  {
    code: "not-built-yet",
    wrong: { orchestration: { kind: "slurm" } },
    path: ["orchestration", "kind"],
    says: ["slurm", "not built yet"],
    right: { orchestration: { kind: "kubernetes" } },
  },
  {
    code: "not-built-yet",
    wrong: { orchestration: { kind: "managed" } },
    path: ["orchestration", "kind"],
    says: ["managed", "training service"],
    right: {},
  },
  {
    code: "duplicate-name",
    wrong: { pools: [pool, { ...pool, machine: "g6.xlarge" }] },
    path: ["pools", 1, "name"],
    says: ["train", "pools[0]"],
    right: { pools: [pool, { ...pool, name: "serve" }], storage: [{ ...corpus, name: "train" }] },
  },
  {
    code: "duplicate-name",
    wrong: { orchestration: { queues: [queue, queue] } },
    path: ["orchestration", "queues", 1, "name"],
    says: ["research"],
    right: { orchestration: { queues: [queue, { ...queue, name: "product" }] } },
  },
  {
    code: "duplicate-name",
    wrong: { storage: [corpus], workloads: [{ ...data, steps: [step, step] }] },
    path: ["workloads", 0, "steps", 1, "name"],
    says: ["dedupe"],
    right: { storage: [corpus], workloads: [{ ...data, steps: [step] }] },
  },
  {
    code: "unknown-pool",
    wrong: { workloads: [{ ...training, pool: "trian" }] },
    path: ["workloads", 0, "pool"],
    says: ["trian", "under pools"],
    right: { workloads: [training] },
  },
  {
    code: "unknown-pool",
    wrong: { storage: [corpus], workloads: [{ ...data, steps: [{ ...step, pool: "cpu" }] }] },
    path: ["workloads", 0, "steps", 0, "pool"],
    says: ["cpu"],
    right: { storage: [corpus], workloads: [{ ...data, steps: [{ ...step, pool: "train" }] }] },
  },
  {
    code: "unknown-storage",
    wrong: { storage: [corpus], workloads: [{ ...training, reads: "corpsu" }] },
    path: ["workloads", 0, "reads"],
    says: ["corpsu", "under storage"],
    right: { storage: [corpus], workloads: [{ ...training, reads: "corpus", writes: "corpus" }] },
  },
  {
    code: "unknown-storage",
    wrong: { storage: [{ name: "scratch", kind: "parallel", source: "corpus" }] },
    path: ["storage", 0, "source"],
    says: ["corpus"],
    right: { storage: [corpus, { name: "scratch", kind: "parallel", source: "corpus" }] },
  },
  {
    code: "unknown-queue",
    wrong: { workloads: [{ ...training, queue: "research" }] },
    path: ["workloads", 0, "queue"],
    says: ["research", "orchestration.queues"],
    right: { orchestration: { queues: [queue] }, workloads: [{ ...training, queue: "research" }] },
  },
  {
    code: "unknown-workload",
    wrong: { workloads: [training, { ...evaluation, after: ["adap"] }] },
    path: ["workloads", 1, "after", 0],
    says: ["adap", "under workloads"],
    right: { workloads: [training, { ...evaluation, after: ["adapt"] }] },
  },
  {
    code: "unknown-step",
    wrong: { storage: [corpus], workloads: [{ ...data, steps: [{ ...step, after: ["fetch"] }] }] },
    path: ["workloads", 0, "steps", 0, "after", 0],
    says: ["fetch", "among the workload's steps"],
    right: {
      storage: [corpus],
      workloads: [
        {
          ...data,
          steps: [
            { ...step, after: ["fetch"] },
            { ...step, name: "fetch" },
          ],
        },
      ],
    },
  },
  {
    code: "after-cycle",
    wrong: {
      workloads: [
        { ...training, after: ["judge"] },
        { ...evaluation, after: ["adapt"] },
      ],
    },
    path: ["workloads", 0, "after"],
    says: ["adapt → judge → adapt"],
    right: { workloads: [training, { ...evaluation, after: ["adapt"] }] },
  },
  {
    code: "after-cycle",
    wrong: { workloads: [{ ...training, after: ["adapt"] }] },
    path: ["workloads", 0, "after"],
    says: ["adapt waits for itself"],
    right: { workloads: [training] },
  },
  {
    code: "after-cycle",
    wrong: { workloads: [{ ...training, model: { from: "adapt" } }] },
    path: ["workloads", 0, "model"],
    says: ["adapt waits for itself"],
    right: { workloads: [training] },
  },
  {
    code: "after-cycle",
    wrong: { storage: [corpus], workloads: [{ ...data, steps: [{ ...step, after: ["dedupe"] }] }] },
    path: ["workloads", 0, "steps", 0, "after"],
    says: ["dedupe waits for itself"],
    right: { storage: [corpus], workloads: [{ ...data, steps: [step] }] },
  },
  {
    code: "model-from-no-training",
    wrong: {
      workloads: [training, evaluation, { ...evaluation, name: "again", model: { from: "judge" } }],
    },
    path: ["workloads", 2, "model", "from"],
    says: ["judge", "evaluation"],
    right: { workloads: [training, evaluation] },
  },
  {
    code: "source-not-object-storage",
    wrong: {
      storage: [
        { name: "home", kind: "file" },
        { name: "scratch", kind: "parallel", source: "home" },
      ],
    },
    path: ["storage", 1, "source"],
    says: ["home", "kind file"],
    right: { storage: [corpus, { name: "weights", kind: "model-cache", source: "corpus" }] },
  },
  {
    code: "queue-of-another-pool",
    wrong: {
      pools: [pool, { ...pool, name: "serve" }],
      orchestration: { queues: [queue] },
      workloads: [{ ...training, pool: "serve", queue: "research" }],
    },
    path: ["workloads", 0, "queue"],
    says: ["research", "train", "serve"],
    right: { orchestration: { queues: [queue] }, workloads: [{ ...training, queue: "research" }] },
  },
  {
    code: "pool-without-machine",
    wrong: { pools: [{ name: "train" }] },
    path: ["pools", 0],
    says: ["train", "neither machine nor accelerator"],
    right: { pools: [{ name: "train", accelerator: "h100" }] },
  },
  {
    code: "pool-machine-twice",
    wrong: onPool({ accelerator: "h100" }),
    path: ["pools", 0, "accelerator"],
    says: ["p5.48xlarge", "h100"],
    right: {},
  },
  {
    code: "min-above-max",
    wrong: onPool({ nodes: { min: 8, max: 1 } }),
    path: ["pools", 0, "nodes", "min"],
    says: ["8", "max (1)"],
    right: onPool({ nodes: { min: 4, max: 4 } }),
  },
  {
    code: "min-above-max",
    wrong: {
      workloads: [{ name: "chat", kind: "serving", model: "m", pool: "train", replicas: { min: 3, max: 2 } }],
    },
    path: ["workloads", 0, "replicas", "min"],
    says: ["3", "max (2)"],
    right: {
      workloads: [{ name: "chat", kind: "serving", model: "m", pool: "train", replicas: { min: 0, max: 2 } }],
    },
  },
  {
    code: "purchase-of-another-cloud",
    wrong: onPool({ purchase: [{ kind: "flex-start" }] }),
    path: ["pools", 0, "purchase", 0, "kind"],
    says: ["flex-start", "aws"],
    right: onGcpPool({ purchase: [{ kind: "flex-start" }, { kind: "queued" }] }),
  },
  {
    code: "purchase-of-another-cloud",
    wrong: onGcpPool({ purchase: [block] }),
    path: ["pools", 0, "purchase", 0, "kind"],
    says: ["capacity-block", "gcp"],
    right: onPool({ purchase: [block] }),
  },
  {
    code: "purchase-of-another-cloud",
    wrong: { cloud: "azure", region: "eastus", pools: [{ ...pool, purchase: [block] }] },
    path: ["pools", 0, "purchase", 0, "kind"],
    says: ["capacity-block", "azure"],
    right: {
      cloud: "azure",
      region: "eastus",
      pools: [{ ...pool, purchase: [{ kind: "reservation", id: "group" }, { kind: "spot" }] }],
    },
  },
  {
    code: "purchase-ends-before-start",
    wrong: onPool({ purchase: [{ ...block, end: "2027-03-01T11:30:00Z" }] }),
    path: ["pools", 0, "purchase", 0, "end"],
    says: ["2027-03-01T11:30:00Z"],
    right: onPool({ purchase: [{ ...block, end: "2027-03-01T11:00:00-01:00" }] }),
  },
  {
    code: "flex-start-too-long",
    wrong: onGcpPool({ purchase: [{ kind: "flex-start", maxRun: "8d" }] }),
    path: ["pools", 0, "purchase", 0, "maxRun"],
    says: ["8d", "7d"],
    right: onGcpPool({ purchase: [{ kind: "flex-start", maxRun: "1w" }] }),
  },
  {
    code: "block-of-another-cloud",
    wrong: { gcp: { releaseChannel: "rapid" } },
    path: ["gcp"],
    says: ["gcp", "aws"],
    right: { aws: { flowLogs: false } },
  },
  {
    code: "account-syntax",
    wrong: { account: "12345678901" },
    path: ["account"],
    says: ["12345678901", "12 digits"],
    right: { account: "012345678901" },
  },
  {
    code: "account-syntax",
    wrong: { ...gcp, account: "123456789012" },
    path: ["account"],
    says: ["project id"],
    right: { ...gcp, account: "our-project" },
  },
  {
    code: "zone-name-for-zone-id",
    wrong: onPool({ zones: ["use2-az1", "us-east-2b"] }),
    path: ["pools", 0, "zones", 1],
    says: ["us-east-2b", "one account"],
    right: onPool({ zones: ["use2-az1", "usw2-lax1-az1"] }),
  },
  {
    code: "zone-name-for-zone-id",
    wrong: { storage: [{ name: "scratch", kind: "parallel", zone: "us-west-2-lax-1a" }] },
    path: ["storage", 0, "zone"],
    says: ["us-west-2-lax-1a"],
    right: { storage: [{ name: "scratch", kind: "parallel", zone: "use2-az3" }] },
  },
  {
    code: "zone-syntax",
    wrong: onPool({ purchase: [{ ...block, zone: "az1" }] }),
    path: ["pools", 0, "purchase", 0, "zone"],
    says: ["az1", "zone id"],
    right: onPool({ purchase: [{ ...block, zone: "use2-az1" }] }),
  },
  {
    code: "zone-syntax",
    wrong: { ...gcp, zones: ["use2-az1"] },
    path: ["zones", 0],
    says: ["use2-az1", "Google Cloud"],
    right: { ...gcp, zones: ["us-central1-a", "us-central1-ai1a"] },
  },
  {
    code: "zone-of-another-region",
    wrong: { ...gcp, zones: ["us-east4-a"] },
    path: ["zones", 0],
    says: ["us-east4-a", "us-central1"],
    right: { ...gcp, zones: ["us-central1-a"] },
  },
  {
    code: "aws-id-syntax",
    wrong: { network: { existing: { vpc: "our-vpc", subnets: ["subnet-0a1b2c3d"] } } },
    path: ["network", "existing", "vpc"],
    says: ["our-vpc", "VPC id"],
    right: { network: { existing: { vpc: "vpc-0a1b2c3d", subnets: [{ id: "subnet-0a1b2c3d" }] } } },
  },
  {
    code: "aws-id-syntax",
    wrong: { storage: [{ ...corpus, existing: "gs://our-corpus" }] },
    path: ["storage", 0, "existing"],
    says: ["gs://our-corpus", "S3 URL"],
    right: { storage: [{ ...corpus, existing: "s3://our-corpus/part" }] },
  },
  {
    code: "aws-id-syntax",
    wrong: { access: { admins: ["ml-platform"] } },
    path: ["access", "admins", 0],
    says: ["ml-platform", "role/NAME"],
    right: { access: { admins: ["role/ml-platform", "arn:aws:iam::123456789012:role/team/admins"] } },
  },
  {
    code: "aws-id-syntax",
    wrong: { access: { users: ["arn:aws:sts::123456789012:assumed-role/team/session"] } },
    path: ["access", "users", 0],
    says: ["assumed-role/team/session", "role/NAME"],
    right: { access: { users: ["arn:aws-us-gov:iam::123456789012:user/ci"] } },
  },
  {
    code: "tag-syntax",
    wrong: { tags: { "aws:team": "ml" } },
    path: ["tags", "aws:team"],
    says: ["aws:team", "aws:"],
    right: { tags: { "cost:center/team": "ml @ home", empty: "" } },
  },
  {
    code: "tag-syntax",
    wrong: { tags: { team: "ml; drop" } },
    path: ["tags", "team"],
    says: ["ml; drop"],
    right: { ...gcp, tags: { team: "ml; drop" } },
  },
  {
    code: "aws-id-syntax",
    wrong: onPool({ purchase: [{ kind: "reservation", id: "our-reservation" }] }),
    path: ["pools", 0, "purchase", 0, "id"],
    says: ["our-reservation", "cr-"],
    right: onPool({ purchase: [{ kind: "reservation", id: "cr-0a1b2c3d4e5f67890" }] }),
  },
  {
    code: "budget-alerts-nobody",
    wrong: { budget: { usdPerMonth: 100 } },
    path: ["budget"],
    says: ["nobody"],
    right: { budget: { usdPerMonth: 100 }, owner: "team@example.com" },
  },
  {
    code: "budget-alerts-nobody",
    wrong: { budget: { usdPerMonth: 100 }, owner: "the team" },
    path: ["owner"],
    says: ["no e-mail address"],
    right: { owner: "the team" },
  },
];

describe.each(cases)("$code at $path", ({ code, wrong, path, says, right }) => {
  const { findings, environment } = parseEnvironment({ ...base, ...wrong });
  const found = findings.filter((finding) => finding.code === code);

  it("is found where it is, and alone", () => {
    expect(found.map((finding) => finding.path)).toEqual([path]);
    expect(findings).toEqual(found);
    expect(environment === undefined).toBe(found[0]?.severity === "error");
  });

  it("is not found when it is right", () => {
    expect(parseEnvironment({ ...base, ...right }).findings).toEqual([]);
  });

  it("says what was got and what to do next", () => {
    for (const words of says) expect(found[0]?.message).toContain(words);
    expect(found[0]?.hint).toMatch(/\S[.?]$/);
    expect(found[0]?.source).toBeTruthy();
  });
});

describe("the rules together", () => {
  it("each have a case above", () => {
    const tested = new Set(cases.map(({ code }) => code));
    expect(rules.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
  });

  it("are checked beside the schema's findings", () => {
    const { findings } = parseEnvironment({ ...base, owner: 5, workloads: [{ ...training, pool: "trian" }] });
    expect(findings.map(({ code }) => code)).toEqual(["wrong-type", "unknown-pool"]);
  });

  it("do not blame a reference for the form of the name that it refers to", () => {
    const pools = [{ ...pool, name: "Train" }];
    const { findings } = parseEnvironment({ ...base, pools, workloads: [{ ...training, pool: "Train" }] });
    expect(findings.map(({ code }) => code)).toEqual(["wrong-format"]);
  });

  it("do not blame references for a list that was not understood", () => {
    const { findings } = parseEnvironment({ ...base, pools: { train: pool }, workloads: [training] });
    expect(findings.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  it("do not repeat what a misspelled key has caused", () => {
    const { findings } = parseEnvironment({ ...base, pools: [{ name: "train", machne: "p5.48xlarge" }] });
    expect(findings.map(({ code }) => code)).toEqual(["unknown-key"]);
  });
});
