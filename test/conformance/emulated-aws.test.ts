import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, inject, test } from "vitest";
import { awsVariables } from "./peers/aws-environment.ts";
import { emulatorFolder } from "./peers/emulated-aws.ts";
import { installPython } from "./python/install.ts";

interface Deployment {
  readonly status: string;
  readonly failures: readonly string[];
  readonly resources: Readonly<Record<string, string>>;
}

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;

const region = "us-east-1";
const folder = mkdtempSync(join(tmpdir(), "engineroom-emulator-"));
let stacks = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the emulated AWS is as strict as AWS", () => {
  test("a type that nobody models fails the stack and leaves nothing behind", async () => {
    const [made] = await deploy({
      Queue: { Type: "AWS::SQS::Queue" },
      Fleet: { Type: "AWS::GameLift::Alias", Properties: alias },
    });
    expect(made?.status).toBe("ROLLBACK_COMPLETE");
    expect(made?.failures.join()).toContain("no model for AWS::GameLift::Alias");
    expect(made?.resources).toEqual({});
  });

  test("a type that the region does not have fails the stack", async () => {
    const [made] = await deploy({ Typo: { Type: "AWS::SQS::Queu" } });
    expect(made?.failures.join()).toContain("Unrecognized resource types: [AWS::SQS::Queu]");
  });

  test("a misspelt property fails the stack", async () => {
    const [made] = await deploy({ Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeot: 30 } } });
    expect(made?.failures.join()).toContain("VisibilityTimeot");
  });

  test("an attribute that the type does not have fails the stack", async () => {
    const made = await deploy({
      Queue: { Type: "AWS::SQS::Queue" },
      Other: { Type: "AWS::SQS::Queue", Properties: { QueueName: { "Fn::GetAtt": ["Queue", "Colour"] } } },
    });
    expect(made[0]?.failures.join()).toContain("does not support attribute type Colour");
  });

  test("a managed policy that AWS does not have fails the stack", async () => {
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
    };
    const policy = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicies";
    const [made] = await deploy({
      Role: {
        Type: "AWS::IAM::Role",
        Properties: { AssumeRolePolicyDocument: trust, ManagedPolicyArns: [policy] },
      },
    });
    expect(made?.failures.join()).toContain("AmazonEKSWorkerNodePolicies");
  });

  test("two interfaces on the same place of a network card are refused", async () => {
    const nic = { NetworkCardIndex: 1, DeviceIndex: 1, InterfaceType: "efa" };
    const [made] = await deploy({ Launch: launchTemplate({ NetworkInterfaces: [nic, nic] }) });
    expect(made?.failures.join()).toContain("unique device index");
  });

  test("a change in place keeps the resource, a create-only change replaces it", async () => {
    const made = await deploy(
      { Net: vpc("10.0.0.0/16", "one"), Launch: launchTemplate({ InstanceType: "m7i.large" }) },
      { Net: vpc("10.0.0.0/16", "two"), Launch: launchTemplate({ InstanceType: "m7i.xlarge" }) },
      { Net: vpc("10.9.0.0/16", "two"), Launch: launchTemplate({ InstanceType: "m7i.xlarge" }) },
    );
    expect(made.map(({ status }) => status)).toEqual([
      "CREATE_COMPLETE",
      "UPDATE_COMPLETE",
      "UPDATE_COMPLETE",
    ]);
    const [first, second, third] = made.map(({ resources }) => resources);
    expect(second, "changed in place").toEqual(first);
    expect(third?.Net, "replaced").not.toBe(first?.Net);
    expect(third?.Launch, "untouched").toBe(first?.Launch);
  });
});

const alias = { Name: "a", RoutingStrategy: { Type: "TERMINAL", Message: "m" } };

function vpc(cidr: string, name: string): { Type: string; Properties: unknown } {
  return { Type: "AWS::EC2::VPC", Properties: { CidrBlock: cidr, Tags: [{ Key: "Name", Value: name }] } };
}

function launchTemplate(data: unknown): { Type: string; Properties: unknown } {
  return { Type: "AWS::EC2::LaunchTemplate", Properties: { LaunchTemplateData: data } };
}

/** Creates a stack with the first resources and updates it with the others; answers after each. */
async function deploy(...versions: readonly Resources[]): Promise<Deployment[]> {
  stacks += 1;
  const files = versions.map((resources, index) => {
    const file = join(folder, `${stacks}-${index}.json`);
    writeFileSync(file, JSON.stringify({ Resources: resources }));
    return file;
  });
  const python = join(await installPython("emulated-aws"), "python");
  const args = [join(emulatorFolder, "change_set.py"), region, `strict-${stacks}`, ...files];
  const { stdout } = await promisify(execFile)(python, args, {
    env: awsVariables(inject("awsEndpoint"), region),
  });
  return JSON.parse(stdout) as Deployment[];
}
