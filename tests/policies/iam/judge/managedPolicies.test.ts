import { strict as assert } from "node:assert";
import { attachedArns, attachmentReads } from "../../../../policies/iam/judge/attachedArns";
import {
  givesWholeService,
  isAwsManaged,
  isTooBroad,
  managedName,
} from "../../../../policies/iam/judge/managedPolicies";
import { resourceOf, unknown } from "../../../support/policy";

const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
describe("policies that AWS manages", () => {
  const judged: [name: string, isBroad: boolean, isService: boolean][] = [
    ["AdministratorAccess", true, true],
    ["AdministratorAccess-Amplify", true, true],
    ["PowerUserAccess", true, true],
    ["IAMFullAccess", true, true],
    ["AmazonS3FullAccess", true, true],
    ["AWSCodePipeline_FullAccess", true, true],
    ["AmazonVPCReachabilityAnalyzerFullAccessPolicy", true, true],
    ["AmazonDynamoDBFullAccess_v2", true, true],
    ["AmazonConnect_FullAccess", true, true],
    ["AWSElasticDisasterRecoveryConsoleFullAccess_v2", true, true],
    ["AmazonRDSDataFullAccess", true, true],
    ["AWSOrganizationsFullAccessV2", true, true],
    ["AWSOrganizationsFullAccessVX", false, false],
    ["AmazonS3FullAccessExceptDelete", false, false],
    ["job-function/SystemAdministrator", true, true],
    ["job-function/NetworkAdministrator", true, false],
    ["job-function/DatabaseAdministrator", true, false],
    ["job-function/DataScientist", true, false],
    ["job-function/ViewOnlyAccess", true, false],
    ["ReadOnlyAccess", true, false],
    ["SecurityAudit", true, false],
    ["AmazonEC2ContainerRegistryPowerUser", true, false],
    ["AmazonEC2ContainerRegistryReadOnly", false, false],
    ["AmazonS3ReadOnlyAccess", false, false],
    ["AmazonCognitoPowerUserAccess", false, false],
    ["service-role/AWSLambdaBasicExecutionRole", false, false],
    ["AWSSecurityAuditServiceRolePolicy", false, false],
    ["EventsSecurityAuditPolicy", false, false],
    ["OrgSystemAdministratorPolicy", false, false],
    ["MyAdministratorAccess", false, false],
    ["MyPowerUserAccessPolicy", false, false],
    ["PowerUserAccessX", false, false],
    ["SystemAdministratorX", false, false],
    ["ViewOnlyAccessX", false, false],
    ["XReadOnlyAccess", false, false],
    ["ReadOnlyAccessX", false, false],
    ["XSecurityAudit", false, false],
    ["SecurityAuditX", false, false],
    ["XNetworkAdministrator", false, false],
    ["XDatabaseAdministrator", false, false],
    ["XDataScientist", false, false],
    ["NetworkAdministratorX", false, false],
    ["DatabaseAdministratorX", false, false],
    ["DataScientistX", false, false],
    ["XSystemAdministrator", false, false],
    ["XViewOnlyAccess", false, false],
    ["PowerUserX", false, false],
  ];
  for (const [name, isBroad, isService] of judged) {
    it(`${isService ? "give a whole service" : isBroad ? "give too much" : "may be right"}: ${name}`, () => {
      assert.deepEqual([isTooBroad(aws(name)), givesWholeService(aws(name))], [isBroad, isService]);
    });
  }

  it("are in AWS's own account, in any partition", () => {
    for (const arn of [aws("A"), "arn:aws-cn:iam::aws:policy/a/A"]) assert.ok(isAwsManaged(arn), arn);
    const own = "arn:aws:iam::123456789012:policy/AdministratorAccess";
    for (const arn of [
      own,
      "x-arn:aws:iam::aws:policy/A",
      "arn::iam::aws:policy/A",
      aws("A").replace("policy", "role"),
    ]) {
      assert.ok(!isAwsManaged(arn), arn);
    }
    assert.deepEqual([isTooBroad(own), givesWholeService(own)], [false, false]);
    assert.deepEqual([managedName(aws("a/b/C")), managedName("C")], ["C", "C"]);
  });

  it("are attached by one input of each type", () => {
    for (const [type, [property]] of Object.entries(attachmentReads)) {
      const found = attachedArns(resourceOf({ type, props: { [property as string]: [aws("A"), unknown, null, 7] } }));
      assert.deepEqual(
        found.map(({ raw }) => raw),
        [aws("A")],
        type,
      );
      assert.deepEqual(attachedArns(resourceOf({ type, props: { [property as string]: unknown } })), []);
    }
    assert.deepEqual(attachedArns(resourceOf({ type: "aws:iam/user:User", props: { policyArn: aws("A") } })), []);
  });
});
