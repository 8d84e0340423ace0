export type { Catalog } from "./catalog.ts";
export { type DataFile, dataFileReader, type ReadDataFile } from "./data-file.ts";
export { catalogDocs } from "./docs.ts";
export * from "./listing.ts";
export { openCatalog } from "./open-catalog.ts";
export * from "./types.ts";
