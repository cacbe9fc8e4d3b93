import { strict as assert } from "node:assert";
import { sqsPolicy } from "../../../policies/observability/sqsPolicy";
import { brief, judge } from "../../support/policy";
import { documentOf, itJudgesAudience, statementsFor } from "../../support/audience";

const type = "aws:sqs/queuePolicy:QueuePolicy";

describe("sqs-policy", () => {
  itJudgesAudience({ control: sqsPolicy, type, property: "policy", action: "sqs:SendMessage", service: "sns" });

  const { open } = statementsFor("sqs:SendMessage", "sns");

  it("judges a policy that stands on the queue", async () => {
    assert.deepEqual(
      brief(await judge(sqsPolicy, { type: "aws:sqs/queue:Queue", props: { policy: documentOf(open) } })),
      ["violation policy.Statement[0].Principal"],
    );
  });
});
