import { strict as assert } from "node:assert";
import { placeholders, readArnFormat, splitArn } from "../../../../policies/iam/judge/arnFormat";
import { canMatch } from "../../../../policies/iam/judge/arnPattern";

describe("ARN formats", () => {
  it("have six parts, the last of which may have colons", () => {
    assert.deepEqual(splitArn("arn:aws:logs:r:a:log-group:x:*"), ["arn", "aws", "logs", "r", "a", "log-group:x:*"]);
    assert.deepEqual(splitArn("arn:aws:s3:::shop"), ["arn", "aws", "s3", "", "", "shop"]);
    assert.deepEqual(splitArn("arn:aws:s3"), ["arn", "aws", "s3"]);
    assert.deepEqual(splitArn("*"), ["*"]);
  });

  it("tell where their parts begin and end", () => {
    const { tokens, ends, account, resource } = readArnFormat("arn:${Partition}:s:${Region}:${Account}:a/${Name}");
    const shown = tokens.map((token) => ("literal" in token ? token.literal : `<${token.variable}>`));
    assert.equal(shown.join(""), "arn:<name>:s:<name>:<name>:a/<text>");
    assert.deepEqual(
      ends.map((end) => shown.slice(0, end).join("")),
      ["arn", "arn:<name>", "arn:<name>:s", "arn:<name>:s:<name>", "arn:<name>:s:<name>:<name>"],
    );
    assert.deepEqual(
      [shown.slice(0, account).join(""), shown.slice(resource).join("")],
      ["arn:<name>:s:<name>:", "a/<text>"],
    );
    assert.equal(readArnFormat("arn:${Partition}:s3:::${BucketName}").account, undefined);
    // AWS's own resources stand in no account of anybody.
    assert.equal(readArnFormat("arn:${Partition}:iam::aws:policy/${Name}").account, undefined);
  });

  const matching: [pattern: string, format: string, expected: boolean][] = [
    // A format may have a star of its own.
    ["arn:aws:dms:eu-west-1:1:cert:abc", "arn:${Partition}:dms:${Region}:${Account}:cert:*", true],
    ["arn:aws:dms:eu-west-1:1:cert:a/b:c", "arn:${Partition}:dms:${Region}:${Account}:cert:*", true],
    ["arn:aws:dms:eu-west-1:1:cert:", "arn:${Partition}:dms:${Region}:${Account}:cert:*", true],
    ["arn:aws/x:s3:::shop", "arn:${Partition}:s3:::${BucketName}", false],
    ["arn:aws:dms:eu-west-1:1:endpoint:abc", "arn:${Partition}:dms:${Region}:${Account}:cert:*", false],
    ["arn:aws:s3:::shop", "arn:${Partition}:s3:::${BucketName}", true],
    ["arn:aws:s3:::shop/a", "arn:${Partition}:s3:::${BucketName}", false],
    ["arn:aws:s3:::shop:a", "arn:${Partition}:s3:::${BucketName}", false],
    ["arn:aws:s3:::shop/a/b:c", "arn:${Partition}:s3:::${BucketName}/${ObjectName}", true],
    ["arn:aws:sqs::1:q", "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}", false],
    ["arn:aws:sqs:eu-west-1:1:q", "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}", true],
    ["arn:aws:x:eu-west-1:1:${open", "arn:${Partition}:x:${Region}:${Account}:${open", true],
  ];
  for (const [pattern, format, expected] of matching) {
    it(`${expected ? "fit" : "do not fit"} ${pattern}: ${format}`, () => {
      assert.equal(canMatch(pattern, readArnFormat(format)), expected);
    });
  }

  it("are shown with a placeholder for each variable", () => {
    const format = readArnFormat("arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*");
    assert.equal(placeholders(format), "arn:aws:logs:<Region>:<Account>:log-group:<LogGroupName>:*");
  });
});
