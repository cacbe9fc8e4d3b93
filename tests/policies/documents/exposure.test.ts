import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { publicPrincipal } from "../../../policies/documents/publicAccess";
import { sourceOf } from "../../../policies/documents/sources";
import { strangersOf } from "../../../policies/documents/strangers";
import { type Block, type Request, holds } from "./requests";
import { foreign, letting, own, settings as ordinary } from "./statements";

const settings = { ...ordinary, trustedOrganizations: ["o-own"] };

/** What a request of an account says, by key. Nobody outside can make another one's. */
const requestOf = (account: string, organization: string, bucket: string, ip: string, vpc: string): Request => ({
  "aws:principalorgid": [organization],
  "aws:principalorgpaths": [`${organization}/r-1/ou-1/`],
  "aws:principalaccount": [account],
  "aws:principalarn": [`arn:aws:iam::${account}:role/deploy`],
  "aws:userid": [`AROA${account}:session`],
  "aws:sourceaccount": [account],
  "aws:sourceowner": [account],
  "aws:sourcearn": [`arn:aws:s3:::${bucket}`],
  "aws:sourceorgid": [organization],
  "aws:sourceorgpaths": [`${organization}/r-1/ou-1/`],
  "kms:calleraccount": [account],
  "s3:dataaccesspointaccount": [account],
  "aws:sourcevpc": [vpc],
  "aws:sourceip": [ip],
  "aws:resourceaccount": [own],
  "aws:resourceorgid": ["o-own"],
  "aws:securetransport": ["true"],
  "aws:useragent": ["curl"],
});
const mine = requestOf(own, "o-own", "shop", "10.1.2.3", "vpc-own");
const theirs = [
  requestOf("999999999999", "o-stranger", "shop-of-a-stranger", "198.51.100.7", "vpc-stranger"),
  requestOf(foreign, "o-foreign", "foreign", "203.0.113.9", "vpc-foreign"),
  {
    ...requestOf(foreign, "o-foreign", "foreign", "203.0.113.9", "vpc-foreign"),
    "aws:sourcearn": [`arn:aws:sns:eu-west-1:${foreign}:t`],
  },
];

const texts = [
  own,
  foreign,
  "o-own",
  "o-foreign",
  "vpc-own",
  "AROA123456789012:*",
  "o-own/*",
  "*",
  "?*",
  "o-*",
  "9999*",
  "true",
  "curl",
];
const variables = ["${aws:PrincipalAccount}", "${aws:ResourceAccount}", "${aws:ResourceOrgID}", "${aws:SourceAccount}"];
const arns = [own, foreign, "*", "${aws:ResourceAccount}"].flatMap((a) => [
  `arn:aws:iam::${a}:role/*`,
  `arn:*:sns:*:${a}:*`,
]);
const buckets = ["arn:aws:s3:::shop", "arn:aws:s3:::shop*", "arn:aws:s3:::*", "arn:*:*:*:*:*"];
const ranges = ["10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "128.0.0.0/1", "2001:db8::/32"];

const upTo = (values: readonly string[]) => fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const form = (...names: string[]) =>
  fc
    .tuple(
      fc.constantFrom("", "", "ForAnyValue:", "ForAllValues:"),
      fc.constantFrom(...names),
      fc.constantFrom("", "", "IfExists"),
    )
    .map((parts) => parts.join(""));
const line = (
  operator: fc.Arbitrary<string>,
  key: fc.Arbitrary<string>,
  values: readonly string[],
): fc.Arbitrary<Block> => fc.tuple(operator, key, upTo(values)).map(([name, on, list]) => ({ [name]: { [on]: list } }));
const blockOn = (keys: fc.Arbitrary<string>): fc.Arbitrary<Block> =>
  fc
    .array(
      fc.oneof(
        line(form("StringEquals", "StringLike", "StringEqualsIgnoreCase", "StringNotEquals"), keys, [
          ...texts,
          ...variables,
        ]),
        line(form("ArnLike", "ArnEquals", "ArnNotLike", "StringLike"), keys, [...arns, ...buckets]),
        line(form("IpAddress", "NotIpAddress"), fc.constant("aws:SourceIp"), ranges),
        line(fc.constant("Null"), keys, ["true", "false"]),
      ),
      { maxLength: 2 },
    )
    .map((lines) => Object.assign({}, ...lines) as Block);

const texted = Object.keys(mine).filter((key) => key !== "aws:sourceip");
const block = blockOn(fc.constantFrom(...texted));
const sources = fc.constantFrom(...texted.filter((key) => key.startsWith("aws:source")));
const sourceBlock = fc.oneof(
  blockOn(sources),
  line(form("StringEquals", "StringLike"), sources, [own, "${aws:ResourceAccount}", foreign, "o-own"]),
);

/** Whoever asks may leave keys out: an anonymous request has no principal. */
const partOf = (request: Request) =>
  fc
    .subarray(Object.keys(request))
    .map((present) => Object.fromEntries(present.map((key) => [key, request[key] ?? []])));

describe("what the judge says of conditions, against requests one by one", () => {
  const runs = { numRuns: 2000 };

  it("lets no stranger in where it finds neither the public nor a stranger", () => {
    let closed = 0;
    const request = fc.constantFrom(...theirs).chain(partOf);
    fc.assert(
      fc.property(block, request, (conditions, asked) => {
        const statement = letting("*", conditions);
        if (publicPrincipal(statement) || strangersOf(statement, settings).length > 0) return;
        closed++;
        assert.ok(!holds(conditions, asked));
      }),
      runs,
    );
    assert.ok(closed > 50, `${closed} closed ones tried`);
  });

  it("lets no service in for another account where the source is the own one", () => {
    let sourced = 0;
    fc.assert(
      fc.property(sourceBlock, fc.constantFrom(...theirs).chain(partOf), (conditions, asked) => {
        if (sourceOf(letting({ Service: "sns.amazonaws.com" }, conditions), settings) !== "own") return;
        sourced++;
        assert.ok(!holds(conditions, asked));
      }),
      runs,
    );
    assert.ok(sourced > 50, `${sourced} sourced ones tried`);
  });

  it("lets the own account in where the conditions name it and nothing else", () => {
    for (const key of ["aws:PrincipalAccount", "aws:SourceAccount", "kms:CallerAccount", "s3:DataAccessPointAccount"]) {
      const conditions = { StringEquals: { [key]: own } };
      assert.equal(publicPrincipal(letting("*", conditions)), undefined);
      assert.ok(holds(conditions, mine) && theirs.every((request) => !holds(conditions, request)));
    }
  });
});
