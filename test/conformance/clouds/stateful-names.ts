import { type CloudCheck, ofTypes, show, type TypesOf } from "./cloud-check.ts";

/** What holds data, or what data cannot be read without. */
const STATEFUL: TypesOf = {
  aws: /^AWS::(S3::Bucket|FSx::FileSystem|EFS::FileSystem|KMS::Key|EC2::VPC)$/,
  gcp: /^gcp:(storage\/bucket:Bucket|lustre\/instance:Instance|filestore\/instance:Instance|kms\/cryptoKey:CryptoKey|compute\/network:Network)$/,
  azure:
    /^azure-native:(storage:(StorageAccount|BlobContainer)|storagecache:AmlFilesystem|netapp:Volume|network:VirtualNetwork)$/,
};

export const statefulNames: CloudCheck = {
  name: "stateful names pinned",
  title: "What holds data has the same name after another node count, and none twice.",
  violations(subject, resized) {
    const before = ofTypes(subject, STATEFUL).map(show);
    const after = ofTypes(resized, STATEFUL).map(show);
    if (before.length === 0) return null;
    return [
      ...before.filter((one) => !after.includes(one)).map((one) => `${one} goes`),
      ...after.filter((one) => !before.includes(one)).map((one) => `${one} comes`),
      ...before.filter((one, index) => before.indexOf(one) !== index).map((one) => `${one} is there twice`),
    ];
  },
};
