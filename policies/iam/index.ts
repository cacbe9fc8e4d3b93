import type { Control } from "../shared/control";
import { iamActionExists } from "./actionExists";
import { iamBoundary } from "./boundary";
import { iamConditionSound } from "./conditionSound";
import { iamDocument } from "./document";
import { iamExclusive } from "./exclusive";
import { iamGrantsNothing } from "./grantsNothing";
import { iamInline } from "./inline";
import { iamIntentCovers } from "./intentCovers";
import { iamKmsDecryptStar } from "./kmsDecryptStar";
import { iamManagedReviewed } from "./managedReviewed";
import { iamNoAccountWildcard } from "./noAccountWildcard";
import { iamNoAdmin } from "./noAdmin";
import { iamNoAwsManaged } from "./noAwsManaged";
import { iamNoNotAction } from "./noNotAction";
import { iamNoNotResource } from "./noNotResource";
import { iamNoServiceWildcard } from "./noServiceWildcard";
import { iamNoStarResource } from "./noStarResource";
import { iamNoUser } from "./noUser";
import { iamNoWriteWildcard } from "./noWriteWildcard";
import { iamOidcThumb } from "./oidcThumb";
import { iamPassroleExact } from "./passroleExact";
import { iamPassroleService } from "./passroleService";
import { iamPrivesc } from "./privesc";
import { iamSession } from "./session";
import { iamSize } from "./size";
import { iamTrustActions } from "./trustActions";
import { iamTrustForeign } from "./trustForeign";
import { iamTrustNotPrincipal } from "./trustNotPrincipal";
import { iamTrustOidc } from "./trustOidc";
import { iamTrustOwnRoot } from "./trustOwnRoot";
import { iamTrustPublic } from "./trustPublic";
import { iamTrustServiceSource } from "./trustServiceSource";
import { iamTrustServiceUsed } from "./trustServiceUsed";

export const iamControls: readonly Control[] = [
  iamDocument,
  iamNoAdmin,
  iamNoServiceWildcard,
  iamNoWriteWildcard,
  iamNoStarResource,
  iamNoAccountWildcard,
  iamNoNotAction,
  iamNoNotResource,
  iamPassroleExact,
  iamPassroleService,
  iamPrivesc as Control,
  iamKmsDecryptStar,
  iamActionExists,
  iamGrantsNothing,
  iamConditionSound,
  iamIntentCovers,
  iamNoAwsManaged,
  iamManagedReviewed as Control,
  iamNoUser,
  iamInline,
  iamExclusive,
  iamBoundary as Control,
  iamSession as Control,
  iamSize,
  iamTrustPublic,
  iamTrustNotPrincipal,
  iamTrustForeign,
  iamTrustOwnRoot,
  iamTrustServiceSource,
  iamTrustServiceUsed,
  iamTrustOidc,
  iamTrustActions,
  iamOidcThumb,
];
