import { PolicyPack } from "@pulumi/policy";
import { conductedPolicies, controls, onConfigure, Session } from "./pack";

const session = new Session(controls);
// Before the pack starts: afterwards the server has already taken its functions.
onConfigure((configured) => session.configure(configured));

new PolicyPack("container-delivery-policies", {
  displayName: "Container delivery on AWS",
  description: "Scan on push, customer managed keys, least-privilege IAM and more for container delivery on AWS.",
  provider: "aws",
  enforcementLevel: "mandatory",
  policies: conductedPolicies(session),
});
