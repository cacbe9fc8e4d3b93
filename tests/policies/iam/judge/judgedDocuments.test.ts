import { strict as assert } from "node:assert";
import { iamDocument } from "../../../../policies/iam/document";
import { iamIntentCovers } from "../../../../policies/iam/intentCovers";
import { iamNoServiceWildcard } from "../../../../policies/iam/noServiceWildcard";
import { iamNoStarResource } from "../../../../policies/iam/noStarResource";
import { iamPassroleExact } from "../../../../policies/iam/passroleExact";
import { iamPrivesc } from "../../../../policies/iam/privesc";
import type { Control } from "../../../../policies/shared/control";
import { brief, judge, unknown } from "../../../support/policy";
import { allow, arn, roleArn, rolePolicy } from "../documents";

const queue = arn("sqs", "orders");
const send = (Resource: unknown, Sid = "Send") => ({ ...allow("sqs:SendMessage", Resource), Sid });
const declare = (actions: unknown, ...resources: unknown[]) => ({ sid: "Send", actions, resources });

describe("documents with parts that are not known", () => {
  const cases: [behaviour: string, control: Control, statements: object[], intent: unknown, expected: string[]][] = [
    [
      "are undecided without intent",
      iamNoStarResource,
      [send(unknown)],
      undefined,
      ["undecided policy.Statement[0].Resource"],
    ],
    ["take the declared resource", iamNoStarResource, [send(unknown)], [declare("sqs:SendMessage", queue)], []],
    [
      "find what is declared too widely",
      iamNoStarResource,
      [send(unknown)],
      [declare("sqs:SendMessage", "*")],
      ["violation policy.Statement[0].Resource[0]"],
    ],
    [
      "find what is known and declared too widely once",
      iamNoStarResource,
      [send("*"), send(unknown, "More")],
      [declare("sqs:SendMessage", "*"), declare("sqs:SendMessage", queue)],
      ["violation policy.Statement[0].Resource"],
    ],
    [
      "do not look at what is declared while nothing that decides is unknown",
      iamNoStarResource,
      [send(queue)],
      [declare("sqs:SendMessage", "*")],
      [],
    ],
    [
      "take the declared role",
      iamPassroleExact,
      [allow("iam:PassRole", unknown)],
      [declare("iam:PassRole", roleArn("task"))],
      [],
    ],
    [
      "take the declared action",
      iamNoServiceWildcard,
      [allow(unknown, queue)],
      [declare("sqs:*", queue)],
      ["violation policy.Statement[0].Action"],
    ],
    [
      "take the declared action for escalations",
      iamPrivesc,
      [allow(unknown, queue)],
      [declare("iam:PutRolePolicy", roleArn("a"))],
      ["violation policy.Statement[0].Action"],
    ],
    [
      "are undecided where the declaration is, too",
      iamNoStarResource,
      [send(unknown)],
      [declare("sqs:SendMessage", unknown)],
      ["undecided policy.Statement[0].Resource[0]"],
    ],
    [
      "are undecided when the whole declaration is unknown",
      iamNoStarResource,
      [send(unknown)],
      unknown,
      ["undecided policy.Statement[0].Resource"],
    ],
    [
      "are complete with what is declared",
      iamDocument,
      [allow(unknown, queue)],
      [declare("sqs:SendMessage", queue)],
      [],
    ],
    [
      "are not complete with a declaration that is not known",
      iamDocument,
      [allow(unknown, queue)],
      [declare(unknown, queue)],
      ["undecided policy.Statement[0].Action"],
    ],
    [
      "are compared with the declaration in the update",
      iamIntentCovers,
      [send(unknown), allow(unknown, queue), { ...send(queue), Effect: unknown }],
      [declare("sqs:SendMessage", queue)],
      [],
    ],
    [
      "are compared with the declaration where they are known",
      iamIntentCovers,
      [send([unknown, arn("sqs", "other")])],
      [declare("sqs:SendMessage", queue)],
      ["violation policy.Statement[0].Resource[1]"],
    ],
  ];
  for (const [behaviour, control, statements, intent, expected] of cases) {
    it(behaviour, async () => {
      const overrides = intent === undefined ? {} : { intent: intent as object };
      assert.deepEqual(brief(await judge(control, rolePolicy(...statements), overrides)), expected);
    });
  }
});
