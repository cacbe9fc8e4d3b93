import { strict as assert } from "node:assert";
import { sourceOf } from "../../../policies/cli/source";

const urn = "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs";
const positions = (...list: (string | undefined)[]) => {
  const [sourcePosition, ...rest] = list;
  const stackTrace = rest.map((each) => (each === undefined ? {} : { sourcePosition: each }));
  const state = {
    urn,
    type: "aws:sqs/queue:Queue",
    stackTrace,
    ...(sourcePosition !== undefined && { sourcePosition }),
  };
  return sourceOf(state).map(([, { file, line, column }]) => `${file}:${line}:${column}`);
};

describe("the place in the program", () => {
  const cases: [what: string, given: (string | undefined)[], place: string[]][] = [
    ["is where the resource was made", ["project:///infra/index.ts#12,3"], ["infra/index.ts:12:3"]],
    ["is at the start of a line without column", ["project:///index.ts#12"], ["index.ts:12:1"]],
    [
      "is the program's own line for what a package makes",
      ["project:///node_modules/@pulumi/awsx/vpc.ts#90,1", undefined, "project:///infra/network.ts#7,5"],
      ["infra/network.ts:7:5"],
    ],
    [
      "is no line of the SDK",
      ["project:///../../node_modules/@pulumi/pulumi/runtime/stack.ts#37,19", "project:///../run.ts#1,1"],
      [],
    ],
    ["has spaces and letters as they are", ["project:///m%C3%BCll/a%20b.ts#1,2"], ["müll/a b.ts:1:2"]],
    ["stays as written where it is no address", ["project:///50%.ts#1,2"], ["50%.ts:1:2"]],
    ["has no half letters", ["project:///a\ud800.ts#1,2"], ["a\ufffd.ts:1:2"]],
    ["is unknown without positions", [], []],
    ["is unknown when the position is of another form", ["file:///index.ts#1,2", "nowhere"], []],
  ];
  for (const [what, given, place] of cases) it(what, () => assert.deepEqual(positions(...given), place));
});
