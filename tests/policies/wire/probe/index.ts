import { PolicyPack } from "@pulumi/policy";
import { conductedPolicies } from "../../../../policies/shared/registration/policies";
import { onConfigure } from "../../../../policies/shared/registration/onConfigure";
import { Session } from "../../../../policies/shared/registration/session";
import { watchSecrets } from "../../../../policies/shared/registration/watchSecrets";
import { probes } from "./controls";

const session = new Session(probes, watchSecrets());
onConfigure((configured) => session.configure(configured));
new PolicyPack("probe", { policies: conductedPolicies(session) });
