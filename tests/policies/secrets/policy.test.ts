import { strict as assert } from "node:assert";
import { secretPolicy } from "../../../policies/secrets/policy";
import { brief, judge, unknown } from "../../support/policy";
import { documentOf, itJudgesAudience, statementsFor } from "../../support/audience";

const type = "aws:secretsmanager/secretPolicy:SecretPolicy";

describe("secret-policy", () => {
  itJudgesAudience({
    control: secretPolicy,
    type,
    property: "policy",
    action: "secretsmanager:GetSecretValue",
    service: "ecs",
    props: { blockPublicPolicy: true },
  });

  const { open, account } = statementsFor("secretsmanager:GetSecretValue", "ecs");

  it("asks AWS to check the policy, too", async () => {
    const props = { policy: documentOf(account("123456789012")) };
    assert.deepEqual(brief(await judge(secretPolicy, { type, props })), ["violation blockPublicPolicy"]);
    const undecided = await judge(secretPolicy, { type, props: { ...props, blockPublicPolicy: unknown } });
    assert.deepEqual(brief(undecided), ["undecided blockPublicPolicy"]);
  });

  it("judges a policy that stands on the secret", async () => {
    assert.deepEqual(
      brief(
        await judge(secretPolicy, { type: "aws:secretsmanager/secret:Secret", props: { policy: documentOf(open) } }),
      ),
      ["violation policy.Statement[0].Principal"],
    );
  });
});
