import { strict as assert } from "node:assert";
import {
  anyonePrincipal,
  serviceName,
  servicePrincipals,
  unknownServices,
} from "../../../policies/documents/principals";
import { readPrincipals } from "../../../policies/documents/principal";
import { Node, Undecided } from "../../../policies/shared/node";
import { unknown } from "../../support/policy";
import { faultOf, foreign, letting, own, reading } from "./statements";

const at = "policy.Statement[0].Principal";

describe("principals", () => {
  const written: [Principal: unknown, expected: [type: string, value: unknown][]][] = [
    [undefined, []],
    ["*", [["AWS", "*"]]],
    [{ AWS: "*" }, [["AWS", "*"]]],
    [
      { AWS: [own, foreign] },
      [
        ["AWS", own],
        ["AWS", foreign],
      ],
    ],
    [
      { Service: "sns.amazonaws.com", AWS: own },
      [
        ["Service", "sns.amazonaws.com"],
        ["AWS", own],
      ],
    ],
    [
      { Federated: "accounts.google.com", CanonicalUser: "79a59d" },
      [
        ["Federated", "accounts.google.com"],
        ["CanonicalUser", "79a59d"],
      ],
    ],
    [{ AWS: undefined, Service: null, Other: undefined }, []],
    [{ AWS: unknown }, [["AWS", unknown]]],
    [
      { AWS: [own, unknown] },
      [
        ["AWS", own],
        ["AWS", unknown],
      ],
    ],
  ];
  for (const [Principal, expected] of written) {
    it(`are read from ${JSON.stringify(Principal) ?? "nothing"}`, () => {
      const principals = readPrincipals(new Node(Principal));
      assert.deepEqual(
        principals.map(({ type, value }) => [type, value.raw]),
        expected,
      );
    });
  }

  const faults: [Principal: unknown, fault: string][] = [
    ["arn:aws:iam::123456789012:root", `${at}: a principal must be "*" or an object by type`],
    [7, `${at}: a principal must be "*" or an object by type`],
    [[{ AWS: own }], `${at}: a principal must be "*" or an object by type`],
    [{ Aws: own }, `${at}.Aws: IAM knows no principal type "Aws"`],
    [{ AWS: 7 }, `${at}.AWS: a principal must be a text`],
    [{ AWS: [own, {}] }, `${at}.AWS[1]: a principal must be a text`],
  ];
  for (const [Principal, fault] of faults) {
    it(`cannot be ${JSON.stringify(Principal)}`, () => {
      assert.equal(faultOf({ Statement: [{ ...reading, Principal }] }), fault);
    });
  }

  it("are not known while the element is not", () => {
    assert.throws(() => readPrincipals(new Node(unknown)), Undecided);
  });

  const anyone: [Principal: unknown, expected: string | undefined][] = [
    ["*", "*"],
    [{ AWS: [own, "*"] }, "*"],
    [{ AWS: "arn:aws:iam::*:root" }, "arn:aws:iam::*:root"],
    [{ AWS: "arn:aws:iam::12345678901?:root" }, "arn:aws:iam::12345678901?:root"],
    [{ AWS: "arn:*" }, "arn:*"],
    [{ AWS: `arn:aws:iam::${own}:role/*` }, undefined],
    [{ AWS: own, Service: "sns.amazonaws.com" }, undefined],
    [{ AWS: unknown }, undefined],
    [undefined, undefined],
  ];
  for (const [Principal, expected] of anyone) {
    it(`${expected ? "are" : "are not"} everyone in ${JSON.stringify(Principal) ?? "nothing"}`, () => {
      assert.equal(anyonePrincipal(letting(Principal))?.raw, expected);
    });
  }

  const services: [principal: string, name: string][] = [
    ["sns.amazonaws.com", "sns.amazonaws.com"],
    ["SNS.amazonaws.com", "sns.amazonaws.com"],
    ["logs.eu-west-1.amazonaws.com", "logs.amazonaws.com"],
    ["logs.us-gov-west-1.amazonaws.com", "logs.amazonaws.com"],
    ["logs.eusc-de-east-1.amazonaws.com", "logs.amazonaws.com"],
    ["codedeploy.cn-north-1.amazonaws.com.cn", "codedeploy.amazonaws.com"],
    ["ec2.amazonaws.com.cn", "ec2.amazonaws.com"],
    ["ec2.cname.amazonaws.com", "ec2.cname.amazonaws.com"],
    ["pullthroughcache.ecr.amazonaws.com", "pullthroughcache.ecr.amazonaws.com"],
    ["delivery.logs.amazonaws.com", "delivery.logs.amazonaws.com"],
    ["x.my-1.amazonaws.com", "x.my-1.amazonaws.com"],
    ["x.a-b-10.amazonaws.com", "x.a-b-10.amazonaws.com"],
    ["x.9-a-b-1.amazonaws.com", "x.9-a-b-1.amazonaws.com"],
    ["", ""],
  ];
  for (const [principal, name] of services) {
    it(`call ${principal || "nothing"} ${name || "nothing"}`, () => assert.equal(serviceName(principal), name));
  }

  it("are services that are known, or not yet", () => {
    const statement = letting({ Service: ["Logs.eu-west-1.amazonaws.com", unknown], AWS: ["*", unknown] });
    const known = servicePrincipals(statement).map(({ service, node }) => [service, node.path]);
    assert.deepEqual(known, [["logs.amazonaws.com", `${at}.Service[0]`]]);
    assert.deepEqual(
      unknownServices(statement).map(({ path }) => path),
      [`${at}.Service[1]`],
    );
  });
});
