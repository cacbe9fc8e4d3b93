import { characters, fields, first, matches, oneOf } from "../checks";
import { unused } from "../references";
import type { RuleTable } from "../rules";

const domain = first(
  characters(1, 253),
  matches(/^(\*\.)?((?!-)[A-Za-z0-9-]{1,63}\.)+(?!-)[A-Za-z0-9-]{2,63}\.?$/, "a domain name such as app.example.com"),
);

export const certificateRules: RuleTable = {
  "aws:acm/certificate:Certificate": {
    inputs: [
      fields("InvalidParameterException", {
        domainName: domain,
        "subjectAlternativeNames[]": domain,
        validationMethod: oneOf("DNS", "EMAIL", "HTTP", "NONE"),
        keyAlgorithm: oneOf(
          ...["RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096"],
          ...["EC_prime256v1", "EC_secp384r1", "EC_secp521r1"],
        ),
      }),
    ],
    removal: [
      unused("ResourceInUseException", "certificate", { type: "aws:lb/listener:Listener", paths: ["certificateArn"] }),
    ],
  },
};
