import { account, policyOf, region, table } from "../support";

const rule = { scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] };
const destination = { region: "eu-central-1", registryId: account };

describe("ecr/registry", () => {
  table({
    type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
    base: { scanType: "ENHANCED", rules: [rule] },
    accepts: {
      "basic scanning on demand": { scanType: "BASIC", "rules[0].scanFrequency": "MANUAL" },
      "continuous enhanced scanning": { "rules[0].scanFrequency": "CONTINUOUS_SCAN" },
      "no rules": { rules: [] },
    },
    refuses: {
      "another type": [{ scanType: "FULL" }, "InvalidParameterException", "BASIC, ENHANCED"],
      "another frequency": [{ "rules[0].scanFrequency": "ALWAYS" }, "InvalidParameterException"],
      "continuous basic scanning": [
        { scanType: "BASIC", "rules[0].scanFrequency": "CONTINUOUS_SCAN" },
        "ValidationException",
        "scanType is BASIC",
      ],
      "three rules": [{ rules: [rule, rule, rule] }, "InvalidParameterException", "0 to 2 elements"],
      "a filter in upper case": [{ "rules[0].repositoryFilters[0].filter": "App*" }, "InvalidParameterException"],
      "a filter type of replication": [
        { "rules[0].repositoryFilters[0].filterType": "PREFIX_MATCH" },
        "InvalidParameterException",
        "WILDCARD",
      ],
    },
  });
  table({
    type: "aws:ecr/replicationConfiguration:ReplicationConfiguration",
    base: { replicationConfiguration: { rules: [{ destinations: [destination] }] } },
    accepts: {
      "a filter": {
        "replicationConfiguration.rules[0].repositoryFilters": [{ filter: "app", filterType: "PREFIX_MATCH" }],
      },
      "another account": {
        "replicationConfiguration.rules[0].destinations[0]": { region, registryId: "999999999999" },
      },
    },
    refuses: {
      "its own registry": [
        { "replicationConfiguration.rules[0].destinations[0].region": region },
        "InvalidParameterException",
        "is the registry itself",
      ],
      "a short account": [
        { "replicationConfiguration.rules[0].destinations[0].registryId": "123" },
        "InvalidParameterException",
        "12-digit",
      ],
      "a wildcard": [
        { "replicationConfiguration.rules[0].repositoryFilters": [{ filter: "app*", filterType: "PREFIX_MATCH" }] },
        "InvalidParameterException",
        "without wildcard",
      ],
    },
  });
  table({
    type: "aws:ecr/accountSetting:AccountSetting",
    base: { name: "BASIC_SCAN_TYPE_VERSION", value: "AWS_NATIVE" },
    accepts: { "blob mounting": { name: "BLOB_MOUNTING", value: "ENABLED" } },
    refuses: {
      "another name": [{ name: "SCAN" }, "InvalidParameterException", "BLOB_MOUNTING"],
      "another value": [{ value: "CLAIR" }, "InvalidParameterException", "AWS_NATIVE"],
    },
  });
  const statement = {
    Effect: "Allow",
    Action: "ecr:ReplicateImage",
    Principal: { AWS: "999999999999" },
    Resource: "*",
  };
  table({
    type: "aws:ecr/registryPolicy:RegistryPolicy",
    base: { policy: policyOf(statement) },
    refuses: {
      "no resource": [
        { policy: policyOf({ ...statement, Resource: undefined }) },
        "InvalidParameterException",
        "no Resource",
      ],
    },
  });
});
