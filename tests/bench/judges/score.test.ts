import { strict as assert } from "node:assert";
import { score } from "./score";
import type { Subject, Verdict } from "./subject";

const subject = (name: string, kind: string, control: string, isBroken: boolean): Subject => ({
  ...{ name, kind, group: "resources", about: [control], broken: isBroken ? [control] : [], reason: "" },
  ...{ resources: [], cloudFormation: {} },
});
const subjects = [
  subject("good topic", "topic", "sns-kms", false),
  subject("bad topic", "topic", "sns-kms", true),
  subject("worse topic", "topic", "sns-kms", true),
  subject("bad cluster", "cluster", "ecs-exec-logging", true),
];
const standing = (verdicts: Record<string, Verdict>) =>
  score("cdk-nag", subjects, { version: "1", seconds: 1, verdicts: new Map(Object.entries(verdicts)) })[0];
const rule = "SNSEncryptedKMS";

describe("the score of a judge", () => {
  it("counts what it finds, what it misses, and what it says about the good", () => {
    const own = standing({
      "good topic": { looked: [rule], found: [rule] },
      "bad topic": { looked: [rule], found: [rule] },
      "worse topic": { looked: [rule], found: [] },
    });
    assert.deepEqual(
      { faults: own?.faults, found: own?.found, missed: own?.missed, falseAlarms: own?.falseAlarms, good: own?.good },
      { faults: 2, found: 1, missed: ["worse topic"], falseAlarms: 1, good: 1 },
    );
  });

  it("does not count kinds at which none of its rules looks", () => {
    const own = standing({ "bad topic": { looked: [rule], found: [rule] } });
    assert.deepEqual({ judged: own?.judged, notJudged: own?.notJudged }, { judged: 3, notJudged: 1 });
  });

  it("counts no rule that is about something else", () => {
    const own = standing({
      "good topic": { looked: [rule, "SNSTopicSSLPublishOnly"], found: ["SNSTopicSSLPublishOnly"] },
      "bad topic": { looked: [rule], found: ["SNSTopicSSLPublishOnly"] },
    });
    assert.deepEqual({ found: own?.found, falseAlarms: own?.falseAlarms }, { found: 0, falseAlarms: 0 });
  });
});
