import type { CloudFormation } from "./subject";

type Document = Record<string, unknown>;

/** A policy as CloudFormation templates have it: as an object, its statements a list with sorted keys, as the CDK writes them. */
export function templateDocument(document: unknown): Document {
  const { Statement: statements, ...rest } = document as Document;
  const list = Array.isArray(statements) ? statements : [statements];
  return { ...rest, Statement: list.map(sorted) };
}

function sorted(statement: unknown): unknown {
  if (typeof statement !== "object" || statement === null) return statement;
  return Object.fromEntries(Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The resource that a policy is for, as the templates of each kind have it. */
export const policyTemplates: Readonly<Record<string, (document: Document) => CloudFormation>> = {
  identity: (PolicyDocument) => ({
    It: { Type: "AWS::IAM::Policy", Properties: { PolicyName: "it", Roles: ["shop"], PolicyDocument } },
  }),
  trust: (AssumeRolePolicyDocument) => ({ It: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } } }),
  key: (KeyPolicy) => ({ It: { Type: "AWS::KMS::Key", Properties: { EnableKeyRotation: true, KeyPolicy } } }),
  repository: (RepositoryPolicyText) => ({
    It: { Type: "AWS::ECR::Repository", Properties: { RepositoryPolicyText } },
  }),
  registry: (PolicyText) => ({ It: { Type: "AWS::ECR::RegistryPolicy", Properties: { PolicyText } } }),
  bucket: (PolicyDocument) => ({
    Bucket: { Type: "AWS::S3::Bucket", Properties: { BucketName: "shop" } },
    It: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: "shop", PolicyDocument } },
  }),
  accessPoint: (Policy) => ({ It: { Type: "AWS::S3::AccessPoint", Properties: { Bucket: "shop", Policy } } }),
  topic: (PolicyDocument) => ({
    Topic: { Type: "AWS::SNS::Topic", Properties: { TopicName: "alerts" } },
    It: { Type: "AWS::SNS::TopicPolicy", Properties: { Topics: [{ Ref: "Topic" }], PolicyDocument } },
  }),
  queue: (PolicyDocument) => ({
    Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "orders" } },
    It: { Type: "AWS::SQS::QueuePolicy", Properties: { Queues: [{ Ref: "Queue" }], PolicyDocument } },
  }),
  secret: (ResourcePolicy) => ({
    It: {
      Type: "AWS::SecretsManager::ResourcePolicy",
      Properties: { BlockPublicPolicy: true, SecretId: "shop", ResourcePolicy },
    },
  }),
  // One resource holds one statement.
  bus: ({ Statement: statements }) =>
    Object.fromEntries(
      (statements as unknown[]).map((Statement, index) => [
        `It${index}`,
        {
          Type: "AWS::Events::EventBusPolicy",
          Properties: { EventBusName: "shop", StatementId: `s${index}`, Statement },
        },
      ]),
    ),
  logs: (document) => ({
    It: {
      Type: "AWS::Logs::ResourcePolicy",
      Properties: { PolicyName: "it", PolicyDocument: JSON.stringify(document) },
    },
  }),
  endpoint: (PolicyDocument) => ({
    It: {
      Type: "AWS::EC2::VPCEndpoint",
      Properties: { ServiceName: "com.amazonaws.eu-west-1.s3", VpcId: "vpc-1", PolicyDocument },
    },
  }),
};
