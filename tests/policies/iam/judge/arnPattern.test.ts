import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { readArnFormat } from "../../../../policies/iam/judge/arnFormat";
import { canMatch, matchesForeignAccount, matchesUnguessable } from "../../../../policies/iam/judge/arnPattern";

const role = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";
const object = "arn:${Partition}:s3:::${BucketName}/${ObjectName}";
const bucket = "arn:${Partition}:s3:::${BucketName}";
const stream = "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}";

/** The obvious way, for patterns short enough for regular expressions. */
const asExpression = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
    "s",
  );
const name = fc.stringMatching(/^[a-z]{1,4}$/);
const namePattern = fc.stringMatching(/^[a-z*?]{1,5}$/);

describe("ARN patterns", () => {
  const unguessable: [pattern: string, format: string, expected: boolean][] = [
    ["*", role, true],
    ["arn:aws:iam::123456789012:role/*", role, true],
    ["arn:aws:iam::123456789012:role/app-*", role, false],
    ["arn:aws:iam::123456789012:role/*-app", role, false],
    ["arn:aws:iam::123456789012:role/????????", role, true],
    ["arn:aws:iam::123456789012:*", role, true],
    ["arn:aws:iam::*:role/app", role, false],
    ["arn:aws:iam", role, true],
    ["arn:aws:iam::123456789012:user/*", role, false],
    ["arn:aws:s3:::shop/*", object, false],
    ["arn:aws:s3:::*/shop", object, true],
    ["arn:*:s3:::shop/*", object, false],
    ["arn:aws:s3:::${aws:username}/*", object, false],
    ["arn:aws:s3:::${*}", bucket, false],
    ["arn:aws:logs:*:123456789012:log-group:/aws/x:*", stream, false],
    ["arn:aws:logs:*:123456789012:log-group:*:*", stream, true],
  ];
  for (const [pattern, format, expected] of unguessable) {
    it(`${expected ? "takes" : "does not take"} ${pattern} as every ${format}`, () => {
      assert.equal(matchesUnguessable(pattern, readArnFormat(format)), expected);
    });
  }

  it("takes a pattern for a real ARN whenever a regular expression does", () => {
    fc.assert(
      fc.property(name, namePattern, (text, pattern) => {
        const real = `arn:aws:iam::123456789012:role/${text}`;
        const written = `arn:aws:iam::123456789012:role/${pattern}`;
        // Whatever fits a real ARN of the type can match the format.
        if (asExpression(written).test(real)) assert.ok(canMatch(written, readArnFormat(role)));
      }),
    );
  });

  it("finds the unguessable only where the pattern has no letter to guess", () => {
    fc.assert(
      fc.property(namePattern, (pattern) => {
        const written = `arn:aws:iam::123456789012:role/${pattern}`;
        assert.equal(matchesUnguessable(written, readArnFormat(role)), /^[*?]+$/.test(pattern));
      }),
    );
  });

  it("finds a foreign account only where the account has no digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9*?]{1,12}$/), (account) => {
        const written = `arn:aws:iam::${account}:role/app`;
        assert.equal(matchesForeignAccount(written, readArnFormat(role)), /^[*?]+$/.test(account));
      }),
    );
  });

  it("answers hostile patterns in time", () => {
    const started = Date.now();
    assert.equal(matchesUnguessable(`arn:aws:iam::123456789012:role/${"*a".repeat(2000)}`, readArnFormat(role)), false);
    assert.equal(canMatch(`${"*?".repeat(2000)}!`, readArnFormat(bucket)), true);
    assert.ok(Date.now() - started < 2000);
  });
});
