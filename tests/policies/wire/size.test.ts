import { strict as assert } from "node:assert";
import { fleet } from "../../bench/fleet";
import { Analyzer, field } from "../../support/analyzer";
import type { Sent } from "../../support/analyzer";

const rolePolicy = (policy: string): Sent => ({ type: "aws:iam/rolePolicy:RolePolicy", props: { policy, role: "r" } });
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

/** Generous: slow machines run several tests at once. What is quadratic or worse takes minutes. */
const patience = 20_000;

describe("the pack with hostile and large input", function () {
  this.timeout(120_000);
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await Analyzer.start();
    await analyzer.configure();
  });
  after(() => analyzer.stop());

  const within = async <T>(run: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await run();
    assert.ok(performance.now() - began < patience, `took ${Math.round(performance.now() - began)} ms`);
    return result;
  };

  it("judges a document of a megabyte", async () => {
    const statement = (index: number) => ({
      Sid: `S${index}`,
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: `arn:aws:s3:::bucket-${index}/*`,
    });
    const statements = Array.from({ length: 12_000 }, (_, index) => statement(index));
    const wide = { ...statement(12_000), Action: "s3:*", Resource: "*" };
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [...statements, wide] });
    assert.ok(policy.length > 1_000_000);
    const told = await within(() => analyzer.analyze(rolePolicy(policy)));
    // Longer than IAM takes: that alone is a violation, and nothing of it may count as judged.
    assert.deepEqual(told.map(({ policy: id, level }) => `${level} ${id}`).sort(), [
      "mandatory iam-document",
      "mandatory iam-size",
    ]);
    assert.ok(told.every(({ message }) => message.length < 1_000));
  });

  it("judges a stack of 5,000 resources", async () => {
    const told = await within(() => analyzer.analyzeStack(fleet(200)));
    // And the one document of the test before, when that has run.
    assert.match(told.at(-1)?.message ?? "", /^500[01] resources judged/);
  });

  const hostile: [what: string, policy: string][] = [
    ["a deeply nested document", `{"Statement": ${nested(100_000)}}`],
    ["a document nested as deep as a parser goes", `{"Statement": ${nested(3_000)}}`],
    ["repeated keys", '{"Statement": [], "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}'],
    [
      "keys that an object has by itself",
      '{"__proto__": {"Statement": []}, "constructor": 1, "Statement": "toString"}',
    ],
    [
      "a pattern that makes regular expressions slow",
      JSON.stringify({
        Statement: [{ Effect: "Allow", Action: `${"a*".repeat(2_000)}:x`, Resource: `${"*?".repeat(2_000)}!` }],
      }),
    ],
    [
      "text beyond ASCII",
      JSON.stringify({ Statement: [{ Effect: "Allow", Action: "ѕ3:*", Resource: "arn:aws:s3:::\u202e\u0000😀" }] }),
    ],
    ["half a document", '{"Statement": [{"Effect": "Allow", "Action": "s3'],
    ["no document", "﻿"],
  ];
  for (const [what, policy] of hostile) {
    it(`does not let ${what} pass`, async () => {
      const told = await within(() => analyzer.analyze(rolePolicy(policy)));
      assert.ok(
        told.some(({ level }) => level === "mandatory"),
        `${told.length} findings, none mandatory`,
      );
    });
  }

  it("judges properties nested deeper than any resource has them", async () => {
    const deep = (depth: number): unknown => (depth === 0 ? "end" : { next: deep(depth - 1) });
    const told = await analyzer.analyze({ type: "aws:ecr/repository:Repository", props: { tags: deep(500) } });
    assert.ok(told.some(({ policy }) => policy === "ecr-kms-cmk"));
  });

  it("refuses properties that nobody can read for their depth, and judges what comes next", async () => {
    const repository: Sent = { type: "aws:ecr/repository:Repository" };
    // A value that is a struct with one field, which is such a value again.
    let value = field(3, Buffer.from("end"));
    const entry = (name: string) => Buffer.concat([field(1, Buffer.from(name)), field(2, value)]);
    for (let depth = 0; depth < 20_000; depth++) value = field(5, field(1, entry("next")));
    await assert.rejects(within(() => analyzer.analyzeBytes(repository, field(1, entry("tags")))));
    const told = await analyzer.analyze(repository);
    assert.ok(told.some(({ policy }) => policy === "ecr-kms-cmk"));
  });
});
