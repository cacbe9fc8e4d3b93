import { PolicyPack } from "@pulumi/policy";
import { onConfigure } from "../../../../policies/shared/configuration/analyzerConfiguration";
import { conductedPolicies } from "../../../../policies/shared/registration/policies";
import { Session } from "../../../../policies/shared/registration/session";
import { probes } from "./controls";

const session = new Session(probes);
onConfigure((configured) => session.configure(configured));
new PolicyPack("probe", { policies: conductedPolicies(session) });
