import { PolicyPack } from "@pulumi/policy";
import { conductedPolicies, controls, onConfigure, Session, watchSecrets } from "./pack";

// Both look at requests as they arrive, so they come before the pack: it takes the functions when it starts.
const session = new Session(controls, watchSecrets());
onConfigure((configured) => session.configure(configured));

new PolicyPack("container-delivery-policies", {
  displayName: "Container delivery on AWS",
  description: "Scan on push, customer managed keys, least-privilege IAM and more for container delivery on AWS.",
  provider: "aws",
  enforcementLevel: "mandatory",
  policies: conductedPolicies(session),
});
