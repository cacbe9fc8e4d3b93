import { strict as assert } from "node:assert";
import { judgeDocuments } from "../../../../policies/iam/judge/judgedDocuments";
import { iamNoStarResource } from "../../../../policies/iam/noStarResource";
import type { Control } from "../../../../policies/shared/control";
import { Undecided } from "../../../../policies/shared/node";
import { brief, judge, unknown } from "../../../support/policy";
import { allow, arn, rolePolicy } from "../documents";

const queue = arn("sqs", "orders");
const document = rolePolicy(allow("sqs:SendMessage", queue));
const declare = (sid: string) => ({ sid, actions: "sqs:SendMessage", resources: [queue] });

describe("findings of documents with parts that are not known", () => {
  it("are none while nobody knows how many there are", async () => {
    assert.deepEqual(
      await judge(iamNoStarResource, { type: "aws:iam/role:Role", props: { inlinePolicies: unknown } }),
      [],
    );
  });

  it("keep everything that a control finds, and hold back only what it cannot tell", async () => {
    const finding = { what: "x", fix: "y" };
    const control: Control = {
      ...iamNoStarResource,
      check: (resource, report, context) =>
        judgeDocuments(resource, report, context, ({ node, statements }, reporter) => {
          const isDeclared = statements[0]?.sid === "Declared";
          reporter.undecided({ at: node, ...finding });
          reporter.undecided({ at: "elsewhere", ...finding });
          reporter.violation({ at: "same", ...finding });
          reporter.violation({ at: "detailed", ...finding, detail: "a" });
          reporter.violation({ at: "other", ...finding, detail: isDeclared ? "b" : "a" });
          reporter.eachResource([resource], () => {
            if (!isDeclared) throw new Undecided("held");
            reporter.violation({ at: "resource", what: "z", fix: "" });
          });
        }),
    };
    const declared = [declare("Declared")];
    assert.deepEqual(brief(await judge(control, document, { intent: declared })), [
      "violation same",
      "violation detailed",
      "violation other",
      "undecided policy",
      "undecided elsewhere",
      "violation other",
      "violation resource",
    ]);
    // Without a declaration that can be read, what was held back is told where the document stands.
    const held = brief(await judge(control, document, { intent: [{ actions: [7], resources: [] }] }));
    assert.deepEqual(held, [
      "violation same",
      "violation detailed",
      "violation other",
      "undecided policy",
      "undecided elsewhere",
      "undecided held",
    ]);
  });

  it("do not hold back what breaks a control", async () => {
    const control: Control = {
      ...iamNoStarResource,
      check: (resource, report, context) =>
        judgeDocuments(resource, report, context, ({ node }, reporter) => {
          reporter.each([node], () => {
            throw new TypeError("broken");
          });
        }),
    };
    const [finding, ...more] = await judge(control, document, {
      intent: [declare("Send")],
    });
    assert.deepEqual([finding?.outcome, more.length], ["violation", 0]);
    assert.match(finding?.what ?? "", /broken/);
  });
});
