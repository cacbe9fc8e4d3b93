import type { Control } from "../shared/control";
import { isDocumentedClient } from "./judge/identityProviders";

export const iamOidcThumb: Control = {
  id: "iam-oidc-thumb",
  title: "OpenID Connect providers for AWS alone",
  description: "OpenID Connect providers must accept tokens that were made for AWS STS only.",
  severity: "medium",
  levels: { dev: "advisory", prod: "mandatory" },
  references: [],
  remediationSteps:
    'Set `clientIdLists` to ["sts.amazonaws.com"], or to the audience that the provider documents for AWS: a token made for another service must not open this account.',
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
  reads: { "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ["clientIdLists", "url"] },
  check({ props }, report) {
    const list = props.at("clientIdLists");
    const fix = 'Set `clientIdLists` to ["sts.amazonaws.com"].';
    if (list.items().length === 0) {
      report.violation({ at: list, what: "The provider says nothing about whom tokens are made for", fix });
    }
    report.each(list.items(), (client) => {
      const text = client.string() ?? "";
      // Some issuers have an audience of their own: the address decides, if the client is not STS anyway.
      if (isDocumentedClient(text, "") || isDocumentedClient(text, hostOfUrl(props.at("url").string()))) return;
      report.violation({ at: client, what: "The provider accepts tokens that were made for another service", fix });
    });
  },
};

function hostOfUrl(url = ""): string {
  return url
    .toLowerCase()
    .replace(/^https:\/\//, "")
    .replace(/\/$/, "");
}
