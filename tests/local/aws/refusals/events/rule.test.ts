import { strict as assert } from "node:assert";
import { patternProblems } from "../../../../../local/aws/refusals/events/eventPattern";
import { scheduleProblem } from "../../../../../local/aws/refusals/events/schedule";
import { deletion, expectRefusal, stored, table } from "../support";

const type = "aws:cloudwatch/eventRule:EventRule";
const pattern = JSON.stringify({ source: ["aws.codepipeline"], detail: { state: ["FAILED"] } });

describe("events/rule", () => {
  table({
    type,
    base: { name: "failed", eventBusName: "default", eventPattern: pattern },
    store: [
      stored(type, "taken", { name: "taken", eventBusName: "default" }),
      stored("aws:cloudwatch/eventBus:EventBus", "bus", { name: "bus" }),
    ],
    accepts: {
      "a schedule": { eventPattern: undefined, scheduleExpression: "rate(5 minutes)" },
      "the same name on another bus": { name: "taken", eventBusName: "bus" },
    },
    refuses: {
      "a space in the name": [{ name: "my rule" }, "ValidationException"],
      "a long name": [{ name: "r".repeat(65) }, "ValidationException", "1 to 64"],
      "neither pattern nor schedule": [{ eventPattern: undefined }, "ValidationException", "set one"],
      "a schedule on another bus": [
        { eventBusName: "bus", scheduleExpression: "rate(1 day)" },
        "ValidationException",
        "default bus only",
      ],
      "a name that is taken": [{ name: "taken" }, "ResourceAlreadyExistsException"],
      "a bus that is not there": [{ eventBusName: "nope" }, "ResourceNotFoundException", "no such event bus"],
      "a pattern that is not JSON": [{ eventPattern: "{source}" }, "InvalidEventPatternException", "not JSON"],
      "another state": [{ state: "ON" }, "ValidationException", "ENABLED"],
    },
  });

  it("refuses to delete a rule with targets", () => {
    const target = stored("aws:cloudwatch/eventTarget:EventTarget", "t", { rule: "failed" });
    expectRefusal(
      deletion(stored(type, "failed", { name: "failed" }), [target]),
      "ValidationException",
      "EventTarget t",
    );
    assert.deepEqual(deletion(stored(type, "other", { name: "other" }), [target]), []);
  });

  for (const text of ["rate(1 hour)", "rate(2 days)", "cron(0 20 * * ? *)", "cron(0/15 8-17 ? * MON-FRI *)"])
    it(`accepts ${text}`, () => assert.equal(scheduleProblem(text), undefined));
  for (const text of [
    "rate(1 hours)",
    "rate(5 minute)",
    "rate(0 minutes)",
    "cron(0 20 * * *)",
    "cron(0 20 * * * *)",
    "cron(0 25 * * ? *)",
    "5m",
  ])
    it(`refuses ${text}`, () => assert.notEqual(scheduleProblem(text), undefined));

  const accepted = [
    '{"detail":{"a":[{"prefix":"x"}],"n":[{"numeric":[">",0,"<=",5]}]}}',
    '{"$or":[{"a":[1]},{"b":[{"exists":false}]}]}',
  ];
  for (const text of accepted) it(`accepts ${text}`, () => assert.deepEqual(patternProblems(text), []));
  const refused: [string, RegExp][] = [
    ['{"source":"aws.ecr"}', /put it in a list/],
    ['{"source":[]}', /empty list/],
    ["{}", /at least one field/],
    ['{"detail":{}}', /detail is empty/],
    ['{"a":[{"startsWith":"x"}]}', /use one of prefix/],
    ['{"a":[{"exists":"true"}]}', /true or false/],
  ];
  for (const [text, problem] of refused)
    it(`refuses ${text}`, () => assert.match(patternProblems(text).join(), problem));
});
