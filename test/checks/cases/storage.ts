import { good, withFileSystem, withGroup, withSecurityGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const association = (path: string, url = "s3://our-corpus") => ({ at: ["storage", 0], path, url });
const noEfa = { efa: false, metadata: null } as const;

export const storageCases: Cases = {
  "fsx-deployment-type": {
    caught: withFileSystem({ deploymentType: "PERSISTENT_3" }),
    right: good,
    says: ["PERSISTENT_3"],
  },
  "fsx-size": {
    caught: withFileSystem({ ...noEfa, sizeGiB: 1000 }),
    right: withFileSystem({ ...noEfa, sizeGiB: 1200 }),
    says: ["1000"],
  },
  "fsx-tier": {
    caught: withFileSystem({ mbpsPerTiB: 300 }),
    right: withFileSystem({ ...noEfa, deploymentType: "SCRATCH_2", mbpsPerTiB: null }),
    says: ["300", "PERSISTENT_2"],
  },
  "fsx-storage-type": {
    caught: withFileSystem({ storageType: "HDD" }),
    right: withFileSystem({ deploymentType: "PERSISTENT_1", storageType: "HDD" }),
    says: ["HDD", "PERSISTENT_2"],
  },
  "fsx-efa-deployment": {
    caught: withFileSystem({ deploymentType: "SCRATCH_2" }),
    right: withFileSystem({ deploymentType: "SCRATCH_2", efa: false }),
    says: ["SCRATCH_2", "PERSISTENT_2"],
  },
  "fsx-efa-size": {
    caught: withFileSystem({ mbpsPerTiB: 250, sizeGiB: 9600 }),
    right: withFileSystem({ mbpsPerTiB: 250, sizeGiB: 19_200 }),
    says: ["9600", "250", "19200"],
  },
  "fsx-efa-settings": {
    caught: withFileSystem({ version: "2.12" }),
    right: withFileSystem({ version: null }),
    says: ["2.12"],
  },
  "fsx-efa-security-group": {
    caught: withFileSystem({ securityGroups: [] }),
    right: withSecurityGroup({}),
    says: ["scratch", "no security group"],
  },
  "fsx-version": {
    caught: withFileSystem({ ...noEfa, version: "2.10" }),
    right: withFileSystem({ ...noEfa, version: "2.12" }),
    says: ["2.10", "PERSISTENT_2"],
  },
  "fsx-metadata": {
    caught: withFileSystem({ metadata: { mode: "USER_PROVISIONED", iops: 5000 } }),
    right: withFileSystem({ metadata: { mode: "USER_PROVISIONED", iops: 24_000 } }),
    says: ["5000"],
  },
  "fsx-one-subnet": {
    caught: withFileSystem({ subnets: ["a", "b"] }),
    right: withFileSystem({ subnets: ["a"] }),
    says: ["2 subnets"],
  },
  "fsx-associations": {
    caught: withFileSystem({
      associations: Array.from({ length: 9 }, (_, index) => association(`/d${index}`)),
    }),
    right: withFileSystem({
      associations: Array.from({ length: 8 }, (_, index) => association(`/d${index}`)),
    }),
    says: ["9", "8"],
  },
  "fsx-association-paths": {
    caught: withFileSystem({ associations: [association("/data"), association("/data/corpus")] }),
    right: withFileSystem({ associations: [association("/data"), association("/data-2")] }),
    says: ["/data/corpus", "/data"],
  },
  "fsx-association-url": {
    caught: withFileSystem({ associations: [association("/data", "https://bucket")] }),
    right: good,
    says: ["https://bucket"],
  },
  "fsx-association-deployment": {
    caught: withFileSystem({ ...noEfa, deploymentType: "SCRATCH_1" }),
    right: withFileSystem({ ...noEfa, deploymentType: "SCRATCH_2" }),
    says: ["SCRATCH_1", "2.12"],
  },
  "file-system-zone": {
    caught: withFileSystem({ subnets: ["b"] }),
    right: withFileSystem({ subnets: ["a"] }),
    says: ["use2-az2", "use2-az1"],
  },
  "file-system-unencrypted": {
    caught: withFileSystem({ product: "efs", encrypted: null }),
    right: withFileSystem({ product: "efs", encrypted: true }),
    says: ["efs", "not encrypted"],
  },
  "disk-unencrypted": {
    caught: withGroup({ disks: [{ type: "gp3", encrypted: false }] }),
    right: good,
    says: ["train", "not encrypted"],
  },
  "disk-ratio": {
    caught: withGroup({ disks: [{ type: "gp3", sizeGiB: 10, iops: 16_000 }] }),
    right: withGroup({ disks: [{ type: "gp3", sizeGiB: 100, iops: 16_000, throughputMBps: 1000 }] }),
    says: ["10 GiB", "16000"],
  },
};
