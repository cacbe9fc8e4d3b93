import type { Invoke } from "./invoke";
import type { Properties } from "../values";

const text = (args: Properties, name: string): string => String(args[name] ?? "");

/** SSM, KMS, ECR, IAM and ELB look-ups: from the sandbox's store, and the aliases that every AWS account has. */
export const services: Readonly<Record<string, Invoke>> = {
  "ssm/getParameter": (args, { store, settings }) => {
    const name = text(args, "name");
    const outputs = store.byId("aws:ssm/parameter:Parameter", name)?.outputs;
    if (outputs === undefined) {
      throw new Error(`ParameterNotFound: the sandbox has no SSM parameter '${name}'. Create it first.`);
    }
    const { arn, type, value, version, insecureValue } = outputs;
    return { id: name, name, arn, type, value, version, insecureValue, region: settings.region, withDecryption: true };
  },
  "kms/getKey": (args, { store, settings }) => {
    const id = text(args, "keyId").replace(/^arn:.*:(key\/)?(?!alias)/, "");
    const alias = id.startsWith("alias/") ? store.byId("aws:kms/alias:Alias", id)?.outputs["targetKeyId"] : undefined;
    const keyId = String(alias ?? id).replace(/^.*key\//, "");
    const outputs = store.byId("aws:kms/key:Key", keyId)?.outputs;
    if (outputs === undefined)
      throw new Error(`NotFoundException: the sandbox has no KMS key '${id}'. Create it first.`);
    return {
      ...outputs,
      id: keyId,
      awsAccountId: settings.account,
      enabled: outputs["isEnabled"],
      keyState: "Enabled",
    };
  },
  "kms/getAlias": (args, { store, settings }) => {
    const name = text(args, "name");
    const arn = `arn:${settings.partition}:kms:${settings.region}:${settings.account}`;
    const outputs = store.byId("aws:kms/alias:Alias", name)?.outputs;
    if (outputs !== undefined) {
      return {
        id: name,
        arn: outputs["arn"],
        targetKeyArn: outputs["targetKeyArn"],
        targetKeyId: outputs["targetKeyId"],
      };
    }
    if (!name.startsWith("alias/aws/")) throw new Error(`NotFoundException: the sandbox has no KMS alias '${name}'.`);
    const keyId = `aws-managed-${name.slice("alias/aws/".length)}`;
    return { id: name, arn: `${arn}:${name}`, targetKeyId: keyId, targetKeyArn: `${arn}:key/${keyId}` };
  },
  "ecr/getRepository": (args, { store }) => {
    const name = text(args, "name");
    const outputs = store.byId("aws:ecr/repository:Repository", name)?.outputs;
    if (outputs === undefined) throw new Error(`RepositoryNotFoundException: the sandbox has no repository '${name}'.`);
    return { ...outputs, mostRecentImageTags: [] };
  },
  "ecr/getAuthorizationToken": (_args, { settings }) => ({
    id: settings.region,
    authorizationToken: Buffer.from("AWS:sandbox").toString("base64"),
    expiresAt: "2100-01-01T00:00:00Z",
    password: "sandbox",
    userName: "AWS",
    proxyEndpoint: `https://${settings.account}.dkr.ecr.${settings.region}.amazonaws.com`,
  }),
  "iam/getRole": (args, { store }) => {
    const name = text(args, "name");
    const outputs = store.byId("aws:iam/role:Role", name)?.outputs;
    if (outputs === undefined) throw new Error(`NoSuchEntity: the sandbox has no role '${name}'. Create it first.`);
    return outputs;
  },
  "route53/getZone": (args, { store }) => {
    const wanted = text(args, "name").replace(/\.$/, "");
    const zone = store
      .all("aws:route53/zone:Zone")
      .find(({ id, outputs }) => id === args["zoneId"] || String(outputs["name"]).replace(/\.$/, "") === wanted);
    if (zone === undefined) throw new Error(`The sandbox has no hosted zone '${wanted || text(args, "zoneId")}'.`);
    return zone.outputs;
  },
  "elb/getServiceAccount": (_args, { settings }) => ({
    id: "156460612806",
    arn: `arn:${settings.partition}:iam::156460612806:root`,
  }),
};
