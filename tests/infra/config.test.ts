import { strict as assert } from "node:assert";
import { loadConfig, parseConfig } from "../../infra/config";
import { settingKeys } from "../../infra/settings";
import { startMocks } from "../support/mocks";
import { declared, settingsOf } from "../support/settings";

const project = "container-delivery";
const parse = (changes: Record<string, string | undefined>, isSecret?: (key: string) => boolean) => {
  const given = { ...settingsOf("dev"), ...changes } as Record<string, string>;
  return parseConfig(project, "dev", given, isSecret);
};
const messageOf = (changes: Record<string, string | undefined>, isSecret?: (key: string) => boolean) => {
  try {
    parse(changes, isSecret);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("config", () => {
  it("reads the committed settings of both stacks", () => {
    const dev = parseConfig(project, "dev", settingsOf("dev"));
    const prod = parseConfig(project, "prod", settingsOf("prod"));
    assert.deepEqual([dev.environment, dev.imageSource, dev.protect], ["dev", "build", false]);
    assert.deepEqual([prod.environment, prod.imageSource, prod.protect], ["prod", "promoted", true]);
    assert.equal(dev.region, "eu-west-1");
  });

  it("declares in Pulumi.yaml exactly the keys that it reads, each with type, description and default", () => {
    assert.deepEqual(Object.keys(declared), Object.keys(settingKeys));
    for (const [key, { type, description, default: value }] of Object.entries(declared)) {
      assert.ok(type && description, key);
      assert.notEqual(value, undefined, key);
    }
  });

  it("reads what the engine hands over", async () => {
    await startMocks({ config: settingsOf("dev") });
    assert.equal(loadConfig().sourceRepository, "my-team/my-service");
  });

  it("takes an empty value for one that is not set", () => {
    assert.equal(parse({ "container-delivery:notificationEmail": "" }).notificationEmail, undefined);
    assert.equal(parse({ "container-delivery:replicateTo": "[]" }).replicateTo, undefined);
  });

  it("lists every wrong, missing and unknown key in one error, each with the command that corrects it", () => {
    const message = messageOf({
      "container-delivery:environment": "",
      "container-delivery:cpu": "a lot",
      "container-delivery:memmory": "1024",
      "aws:region": undefined,
    });
    assert.equal(
      message,
      [
        "The settings of stack dev need 4 corrections:",
        "  aws:region is not set; expected an AWS region",
        "    pulumi config set aws:region eu-west-1 --stack dev",
        "  container-delivery:environment is not set; expected one of dev, staging, prod",
        "    pulumi config set container-delivery:environment dev --stack dev",
        '  container-delivery:cpu is "a lot"; expected one of 256, 512, 1024, 2048, 4096, 8192, 16384',
        "    pulumi config set container-delivery:cpu 256 --stack dev",
        "  container-delivery:memmory is not a key of this project; expected perhaps memory",
        "    pulumi config rm container-delivery:memmory --stack dev",
      ].join("\n"),
    );
  });

  it("leaves the keys of other namespaces alone", () => {
    assert.ok(parse({ "aws:profile": "work", "other:key": "x" }));
  });

  it("never shows a secret", () => {
    const message = messageOf({ "container-delivery:certificateArn": "hunter2" }, (key) =>
      key.endsWith("certificateArn"),
    );
    assert.match(message, /certificateArn is a secret; expected the ARN of a certificate/);
    assert.doesNotMatch(message, /hunter2/);
  });

  const contradictions: [string, Record<string, string>, RegExp][] = [
    [
      "a stack that builds from nowhere",
      { "container-delivery:sourceRepository": "" },
      /sourceRepository is not set although this stack builds/,
    ],
    [
      "a certificate of another account",
      { "container-delivery:allowedAccountIds": '["210987654321"]' },
      /certificateArn belongs to account 123456789012, which allowedAccountIds does not list/,
    ],
    [
      "a certificate of another region",
      { "aws:region": "us-west-2" },
      /certificateArn lies in eu-west-1, and the load balancer in us-west-2; expected the ARN of a certificate/,
    ],
    [
      "memory that Fargate does not offer",
      { "container-delivery:memory": "4096" },
      /memory is 4096, which Fargate does not offer with 256 CPU units; expected one of 512, 1024, 2048\n.*memory 512/,
    ],
    [
      "CPU units that Fargate does not offer, without a word about memory",
      { "container-delivery:cpu": "300" },
      /^The settings of stack dev need one correction:\n {2}container-delivery:cpu is "300"; expected one of 256, 512/,
    ],
    [
      "a range that cannot be split",
      { "container-delivery:cidrBlock": "10.0.0.0/8" },
      /cidrBlock is "10\.0\.0\.0\/8"; expected an IPv4 range from \/16 to \/22, beginning at its first address/,
    ],
    [
      "registry settings without the registry",
      { "container-delivery:ownsRegistry": "false", "container-delivery:signImages": "true" },
      /pullThroughCaches is set although ownsRegistry is false[^]*signImages is set although ownsRegistry is false/,
    ],
  ];
  for (const [what, changes, message] of contradictions) {
    it(`refuses ${what}`, () => assert.match(messageOf(changes), message));
  }
});
