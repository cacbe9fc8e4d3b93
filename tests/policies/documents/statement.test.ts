import { strict as assert } from "node:assert";
import { Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { faultOf, parse, reading, statementOf } from "./statements";

const at = "policy.Statement[0]";
const values = (nodes: readonly { raw: unknown }[]) => nodes.map(({ raw }) => raw);

describe("statements", () => {
  const faults: [statement: unknown, fault: string][] = [
    [null, `${at}: a statement is no object`],
    ["Allow", `${at}: a statement is no object`],
    [7, `${at}: a statement is no object`],
    [[reading], `${at}: a statement is no object`],
    [{ ...reading, action: "s3:*" }, `${at}.action: IAM knows no element "action" in a statement`],
    [{ ...reading, Effect: "allow" }, `${at}.Effect: Effect must be "Allow" or "Deny"`],
    [{ ...reading, Effect: undefined }, `${at}.Effect: Effect must be "Allow" or "Deny"`],
    [{ ...reading, NotAction: "s3:*" }, `${at}: a statement must have either Action or NotAction`],
    [{ ...reading, Action: undefined }, `${at}: a statement must have either Action or NotAction`],
    [{ ...reading, NotResource: "*" }, `${at}: a statement cannot have both Resource and NotResource`],
    [{ ...reading, Action: 7 }, `${at}.Action: it must be a text or a list of texts`],
    [{ ...reading, Action: ["s3:*", 7] }, `${at}.Action[1]: it must be a text or a list of texts`],
    [{ ...reading, Resource: {} }, `${at}.Resource: it must be a text or a list of texts`],
    [{ Effect: "Deny", NotAction: [[]] }, `${at}.NotAction[0]: it must be a text or a list of texts`],
    [{ ...reading, Resource: undefined, NotResource: true }, `${at}.NotResource: it must be a text or a list of texts`],
    [{ ...reading, Resource: ["*", "a".repeat(4097)] }, `${at}.Resource[1]: no ARN or action is that long`],
    [{ ...reading, Principal: "a" }, `${at}.Principal: a principal must be "*" or an object by type`],
    [{ ...reading, NotPrincipal: "a" }, `${at}.NotPrincipal: a principal must be "*" or an object by type`],
    [{ ...reading, Condition: "a" }, `${at}.Condition: a Condition must be an object`],
  ];
  for (const [statement, fault] of faults) {
    it(`cannot be ${JSON.stringify(statement)?.slice(0, 70)}`, () => {
      assert.equal(faultOf({ Statement: [statement] }), fault);
    });
  }

  it("may have absent elements and leaves of up to 4,096 characters", () => {
    assert.equal(faultOf({ Statement: { ...reading, Other: undefined, NotAction: null, Condition: null } }), undefined);
    assert.equal(faultOf({ Statement: { ...reading, Resource: "a".repeat(4096) } }), undefined);
  });

  it("hold one leaf or several, or what all but them stand for", () => {
    const one = statementOf({ Action: ["s3:GetObject", "s3:PutObject"], Resource: "a" });
    assert.deepEqual(values(one.actions), ["s3:GetObject", "s3:PutObject"]);
    assert.deepEqual([values(one.resources), one.notActions, one.notResources], [["a"], [], []]);
    const other = statementOf({ Action: undefined, NotAction: "iam:*", Resource: undefined, NotResource: ["a", "b"] });
    assert.deepEqual([other.actions, values(other.notActions)], [[], ["iam:*"]]);
    assert.deepEqual([other.resources, values(other.notResources)], [[], ["a", "b"]]);
    assert.equal(statementOf({ Resource: unknown }).resources[0]?.isUnknown, true);
  });

  it("are named by their Sid, otherwise by their place", () => {
    const document = parse({ Statement: [{ Sid: "Read", ...reading }, { Sid: "", ...reading }, reading] });
    assert.deepEqual(
      document.statements.map(({ label }) => label),
      ['statement "Read"', "statement 1", "statement 2"],
    );
    for (const Sid of [unknown, 7, null]) assert.equal(statementOf({ Sid }).label, "statement 0");
  });

  it("allow or deny, once that is known", () => {
    const [allow, deny, open] = ["Allow", "Deny", unknown].map((Effect) => statementOf({ Effect }));
    assert.deepEqual([allow?.allows, allow?.denies], [true, false]);
    assert.deepEqual([deny?.allows, deny?.denies], [false, true]);
    assert.throws(() => open?.allows, Undecided);
    assert.throws(() => open?.denies, Undecided);
  });

  it("keep an unknown element to themselves", () => {
    const condition = { StringEquals: unknown, Bool: { "aws:SecureTransport": "true" } };
    for (const change of [{ Condition: condition }, { Condition: unknown }, { Principal: unknown }]) {
      const [statement, other] = parse({ Statement: [{ ...reading, ...change }, reading] }).statements;
      assert.throws(() => [statement?.conditions, statement?.principals], Undecided);
      assert.deepEqual([other?.conditions, other?.principals], [[], []]);
    }
    assert.equal(faultOf({ Statement: [{ ...reading, NotPrincipal: unknown }] }), undefined);
  });
});
