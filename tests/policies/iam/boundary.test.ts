import { strict as assert } from "node:assert";
import { iamBoundary } from "../../../policies/iam/boundary";
import type { Control } from "../../../policies/shared/control";
import { brief, judge, unknown } from "../../support/policy";

const boundary = "arn:aws:iam::123456789012:policy/boundary";

describe("iam-boundary", () => {
  const cases: [behaviour: string, value: unknown, config: object, expected: string[]][] = [
    ["asks for nothing unless configured", undefined, {}, []],
    ["passes any boundary when one is required", unknown, { required: true }, []],
    [
      "refuses an absent boundary when one is required",
      undefined,
      { required: true },
      ["violation permissionsBoundary"],
    ],
    ["passes the configured boundary", boundary, { arn: boundary }, []],
    ["refuses another boundary", `${boundary}-2`, { arn: boundary }, ["violation permissionsBoundary"]],
    ["cannot decide an unknown boundary", unknown, { arn: boundary }, ["undecided permissionsBoundary"]],
  ];
  for (const [behaviour, permissionsBoundary, config, expected] of cases) {
    it(behaviour, async () => {
      const role = { type: "aws:iam/role:Role", props: { permissionsBoundary } };
      assert.deepEqual(brief(await judge(iamBoundary as Control, role, { config })), expected);
    });
  }
});
