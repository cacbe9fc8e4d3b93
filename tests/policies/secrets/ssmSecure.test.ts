import { strict as assert } from "node:assert";
import { ssmSecure } from "../../../policies/secrets/ssmSecure";
import { brief, judge, judgeStack, stackOf, unknown } from "../../support/policy";

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
    ["refuses an empty key", { type: "SecureString", keyId: "" }, ["violation keyId"]],
    [
      "refuses a password that is written only",
      { type: "String", name: "/db/password", valueWo: "hunter2" },
      ["violation type"],
    ],
    ["passes an ordinary value that is not known yet", { type: "String", name: "/shop/url", value: unknown }, []],
    [
      "cannot decide an unknown value with the name of a secret: it may be an ARN",
      { type: "String", name: "/shop/db-secret", value: unknown },
      ["undecided value"],
    ],
    ["cannot decide an unknown type", { type: unknown }, ["undecided type"]],
  ];
  for (const [behaviour, props, expected] of cases) {
    it(behaviour, async () => assert.deepEqual(brief(await judge(ssmSecure, { type, props })), expected));
  }

  it("takes nothing from the mark of a value, which the SDK sets on every parameter", async () => {
    const plain = { type, name: "stage", props: { type: "String", value: "blue" }, secrets: ["value"] };
    assert.deepEqual(await judge(ssmSecure, plain), []);
  });

  it("refuses an insecure value that the program keeps as a secret, and does not repeat it", async () => {
    const props = { type: "String", insecureValue: "hunter2" };
    const findings = await judge(ssmSecure, { type, props, secrets: ["insecureValue"] });
    assert.deepEqual(brief(findings), ["violation type"]);
    assert.doesNotMatch(JSON.stringify(findings), /hunter2/);
  });

  it("refuses a generated password, known or not, and passes it in a secure string", async () => {
    const password = { type: "random:index/randomPassword:RandomPassword", name: "password" };
    const holding = (kind: string, value: string) =>
      judgeStack(
        ssmSecure,
        stackOf(password, { type, name: "db", props: { type: kind, value }, dependsOn: { value: ["password"] } }),
      );
    assert.deepEqual(brief(await holding("String", unknown)), ["violation type"]);
    assert.deepEqual(brief(await holding("StringList", "hunter2")), ["violation type"]);
    assert.deepEqual(await holding("SecureString", unknown), []);
  });
});
