const tls13 = [
  ...["1-3", "1-2", "1-2-Res", "1-2-Ext1", "1-2-Ext2", "1-1", "1-0"].map((version) => `TLS13-${version}-2021-06`),
  ...["1-3", "1-2", "1-2-Res", "1-2-Ext0", "1-2-Ext1", "1-2-Ext2", "1-1", "1-0"].map(
    (version) => `TLS13-${version}-FIPS-2023-04`,
  ),
  ...["1-3", "1-2", "1-2-Res", "1-2-Ext1", "1-2-Ext2", "1-0"].map((version) => `TLS13-${version}-PQ-2025-09`),
  ...["1-3", "1-2", "1-2-Res", "1-2-Ext0", "1-2-Ext1", "1-2-Ext2", "1-0"].map(
    (version) => `TLS13-${version}-FIPS-PQ-2025-09`,
  ),
];
const older = [
  ...["2016-08", "2015-05", "TLS-1-0-2015-04", "TLS-1-1-2017-01", "TLS-1-2-2017-01", "TLS-1-2-Ext-2018-06"],
  ...["FS-2018-06", "FS-1-1-2019-08", "FS-1-2-2019-08", "FS-1-2-Res-2019-08", "FS-1-2-Res-2020-10"],
];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
export const sslPolicies: readonly string[] = [...tls13, ...older].map((name) => `ELBSecurityPolicy-${name}`);
