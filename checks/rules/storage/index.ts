import type { Check } from "../../check.ts";
import { diskRatio } from "./disk-ratio.ts";
import { diskUnencrypted } from "./disk-unencrypted.ts";
import { fileSystemUnencrypted } from "./file-system-unencrypted.ts";
import { fileSystemZone } from "./file-system-zone.ts";
import { fsxAssociationDeployment } from "./fsx-association-deployment.ts";
import { fsxAssociationPaths } from "./fsx-association-paths.ts";
import { fsxAssociationUrl } from "./fsx-association-url.ts";
import { fsxAssociations } from "./fsx-associations.ts";
import { fsxDeploymentType } from "./fsx-deployment-type.ts";
import { fsxEfaDeployment } from "./fsx-efa-deployment.ts";
import { fsxEfaSecurityGroup } from "./fsx-efa-security-group.ts";
import { fsxEfaSettings } from "./fsx-efa-settings.ts";
import { fsxEfaSize } from "./fsx-efa-size.ts";
import { fsxMetadata } from "./fsx-metadata.ts";
import { fsxOneSubnet } from "./fsx-one-subnet.ts";
import { fsxSize } from "./fsx-size.ts";
import { fsxStorageType } from "./fsx-storage-type.ts";
import { fsxTier } from "./fsx-tier.ts";
import { fsxVersion } from "./fsx-version.ts";

/** File systems and disks. */
export const storageChecks: readonly Check[] = [
  fsxDeploymentType,
  fsxSize,
  fsxTier,
  fsxStorageType,
  fsxEfaDeployment,
  fsxEfaSize,
  fsxEfaSettings,
  fsxEfaSecurityGroup,
  fsxVersion,
  fsxMetadata,
  fsxOneSubnet,
  fsxAssociations,
  fsxAssociationPaths,
  fsxAssociationUrl,
  fsxAssociationDeployment,
  fileSystemZone,
  fileSystemUnencrypted,
  diskUnencrypted,
  diskRatio,
];
