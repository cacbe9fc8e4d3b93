import type { Described } from "../../support/policy";
import { templateDocument } from "./policyTemplates";
import type { CloudFormation } from "./subject";

type Properties = Record<string, unknown>;
interface Inline {
  readonly name: string;
  readonly policy: unknown;
}

/** A role with all its policies as a CloudFormation template. What merely uses the role is left out. */
export function roleTemplate(described: readonly Described[]): CloudFormation {
  const attachments = described.filter(({ type }) => type.endsWith("PolicyAttachment"));
  return Object.fromEntries(
    described.flatMap((resource) => {
      const made = templates[resource.type.split(":")[2] ?? ""]?.(propsOf(resource), resource, attachments);
      return made ? [[logicalId(resource.name), made]] : [];
    }),
  );
}

type Template = (props: Properties, resource: Described, attachments: readonly Described[]) => CloudFormation[string];

const templates: Readonly<Record<string, Template>> = {
  Role: (props, { name }, attachments) => ({
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: templateDocument(props["assumeRolePolicy"]),
      ManagedPolicyArns: [
        ...((props["managedPolicyArns"] as string[] | undefined) ?? []),
        ...attachments.filter((attachment) => propsOf(attachment)["role"] === name).map(attachedTo),
      ],
      Policies: ((props["inlinePolicies"] as Inline[] | undefined) ?? []).map((inline) => ({
        PolicyName: inline.name,
        PolicyDocument: templateDocument(inline.policy),
      })),
    },
  }),
  RolePolicy: (props, { name }) => ({
    Type: "AWS::IAM::Policy",
    Properties: {
      PolicyName: name,
      Roles: [{ Ref: logicalId(String(props["role"])) }],
      PolicyDocument: templateDocument(props["policy"]),
    },
  }),
  Policy: (props) => ({
    Type: "AWS::IAM::ManagedPolicy",
    Properties: { PolicyDocument: templateDocument(props["policy"]) },
  }),
  User: () => ({ Type: "AWS::IAM::User" }),
  AccessKey: (props) => ({ Type: "AWS::IAM::AccessKey", Properties: { UserName: props["user"] } }),
  UserLoginProfile: () => ({
    Type: "AWS::IAM::User",
    Properties: { LoginProfile: { Password: "{{resolve:secretsmanager:shop}}" } },
  }),
};

function attachedTo(attachment: Described): unknown {
  const [managed] = attachment.dependsOn?.["policyArn"] ?? [];
  return managed === undefined ? propsOf(attachment)["policyArn"] : { Ref: logicalId(managed) };
}

function propsOf({ props }: Described): Properties {
  return (props ?? {}) as Properties;
}

function logicalId(name = "it"): string {
  return name.replace(/[^A-Za-z0-9]/g, "");
}
