import { table } from "../support";
import { base, store, type } from "./fixtures";

const structure = "InvalidStructureException";
const push = { branches: { includes: ["main"] }, filePaths: { includes: ["app/**"], excludes: ["**/*.md"] } };
const trigger = {
  providerType: "CodeStarSourceConnection",
  gitConfiguration: { sourceActionName: "Source", pushes: [push] },
};
const at = "triggers[0].gitConfiguration";

describe("codepipeline/triggers", () => {
  table({
    type,
    base: { ...base, triggers: [trigger] },
    store,
    accepts: {
      tags: { [`${at}.pushes`]: [{ tags: { includes: ["v*"] } }] },
      "pull requests": { [`${at}.pullRequests`]: [{ events: ["OPEN", "UPDATED"], branches: { includes: ["main"] } }] },
      "eight patterns": { [`${at}.pushes[0].branches.includes`]: Array.from({ length: 8 }, (_, index) => `b${index}`) },
    },
    refuses: {
      "an action that is not there": [
        { [`${at}.sourceActionName`]: "Git" },
        structure,
        "Connection sources are: Source",
      ],
      "an action that is no connection": [{ [`${at}.sourceActionName`]: "Build" }, structure, "a CodeBuild action"],
      "four push filters": [{ [`${at}.pushes`]: [push, push, push, push] }, structure, "at most 3"],
      "nine patterns": [
        { [`${at}.pushes[0].branches.includes`]: Array.from({ length: 9 }, (_, index) => `b${index}`) },
        structure,
        "at most 8",
      ],
      "no filter": [{ [`${at}.pushes`]: undefined }, structure, "neither pushes nor pullRequests"],
      "another event": [{ [`${at}.pullRequests`]: [{ events: ["MERGED"] }] }, "ValidationException", "CLOSED"],
      "another provider": [
        { "triggers[0].providerType": "CodeConnections" },
        "ValidationException",
        "CodeStarSourceConnection",
      ],
      "51 triggers": [{ triggers: Array.from({ length: 51 }, () => trigger) }, "ValidationException", "0 to 50"],
      V1: [{ pipelineType: "V1", executionMode: "SUPERSEDED" }, structure, "triggers is for"],
    },
  });
});
