import { strict as assert } from "node:assert";
import { ssmSecure } from "../../../policies/secrets/ssmSecure";
import { brief, judge, unknown } from "../../support/policy";

const type = "aws:ssm/parameter:Parameter";
const key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

describe("ssm-secure", () => {
  const cases: [behaviour: string, props: object, expected: string[]][] = [
    ["passes a secure string with a key", { type: "SecureString", name: "/shop/db/password", keyId: key }, []],
    ["passes a secure string with a key of this stack", { type: "SecureString", keyId: unknown }, []],
    ["passes an ordinary parameter", { type: "String", name: "/shop/image-digest", value: "sha256:abc" }, []],
    [
      "passes the ARN of a secret",
      { type: "String", name: "/shop/db-secret", value: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a" },
      [],
    ],
    ["refuses the AWS managed key", { type: "SecureString", keyId: "alias/aws/ssm" }, ["violation keyId"]],
    ["refuses an absent key, which means the AWS managed one", { type: "SecureString" }, ["violation keyId"]],
    [
      "refuses a password in plain text",
      { type: "String", name: "/shop/db/password", value: "hunter2" },
      ["violation type"],
    ],
    [
      "refuses a value with the form of a credential",
      { type: "String", value: `AKIA${"A1B2C3D4".repeat(2)}` },
      ["violation type"],
    ],
    ["cannot decide an unknown type", { type: unknown }, ["undecided type"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(ssmSecure, { type, props })), expected));
  }

  it("refuses a value that the engine keeps as a secret, and does not repeat it", async () => {
    const findings = await judge(ssmSecure, { type, props: { type: "String", value: "hunter2" }, secrets: ["value"] });
    assert.deepEqual(brief(findings), ["violation type"]);
    assert.doesNotMatch(JSON.stringify(findings), /hunter2/);
  });
});
