import type { Formats, Subject } from "./subject";
import { arn, capitals, hex, nameOf, text, uuid } from "./subject";

const regionalWaf = (subject: Subject, kind: string): { id: string; arn: string; name: string } => {
  const name = nameOf(subject);
  const id = uuid(subject);
  const scope = text(subject, "scope") === "CLOUDFRONT" ? "global" : "regional";
  return { id, name, arn: arn(subject, "wafv2", `${scope}/${kind}/${name}/${id}`) };
};

/** ACM, Route 53 and WAF. */
export const edge: Formats = {
  "acm/certificate": (subject) => {
    const id = arn(subject, "acm", `certificate/${uuid(subject)}`);
    const alternatives = subject.inputs["subjectAlternativeNames"];
    const domains = [text(subject, "domainName"), ...(Array.isArray(alternatives) ? (alternatives as string[]) : [])];
    return {
      id,
      arn: id,
      domainValidationOptions: [...new Set(domains)].map((domainName) => ({
        domainName,
        resourceRecordName: `_${hex(subject, 32, domainName)}.${domainName.replace(/^\*\./, "")}.`,
        resourceRecordType: "CNAME",
        resourceRecordValue: `_${hex(subject, 32, `${domainName} value`)}.acm-validations.aws.`,
      })),
      keyAlgorithm: "RSA_2048",
      status: "PENDING_VALIDATION",
      type: "AMAZON_ISSUED",
      renewalEligibility: "INELIGIBLE",
      validationEmails: [],
    };
  },
  "acm/certificateValidation": (subject) => ({ id: subject.created }),
  "route53/zone": (subject) => {
    const zoneId = `Z${capitals(subject, 20)}`;
    const servers = [1, 2, 3, 4].map(
      (index) => `ns-${index * 411}.awsdns-${index * 13}.${["com", "net", "org", "co.uk"][index - 1]}`,
    );
    return {
      id: zoneId,
      zoneId,
      arn: `arn:${subject.partition}:route53:::hostedzone/${zoneId}`,
      nameServers: servers,
      primaryNameServer: servers[0],
    };
  },
  "route53/record": (subject) => {
    const name = text(subject, "name");
    const zone = subject.store.byId("aws:route53/zone:Zone", text(subject, "zoneId"))?.outputs["name"];
    const domain = typeof zone === "string" ? zone.replace(/\.$/, "") : "";
    const full =
      domain === "" || name.replace(/\.$/, "").endsWith(domain) ? name.replace(/\.$/, "") : `${name}.${domain}`;
    return { id: `${text(subject, "zoneId")}_${name}_${text(subject, "type")}`, fqdn: full };
  },
  "wafv2/webAcl": (subject) => ({ ...regionalWaf(subject, "webacl"), capacity: 1, lockToken: uuid(subject, "lock") }),
  "wafv2/ipSet": (subject) => ({ ...regionalWaf(subject, "ipset"), lockToken: uuid(subject, "lock") }),
  "wafv2/ruleGroup": (subject) => ({ ...regionalWaf(subject, "rulegroup"), lockToken: uuid(subject, "lock") }),
  "wafv2/webAclAssociation": (subject) => ({ id: `${text(subject, "webAclArn")},${text(subject, "resourceArn")}` }),
  "wafv2/webAclLoggingConfiguration": (subject) => ({ id: text(subject, "resourceArn") }),
};
