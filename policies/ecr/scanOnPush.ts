import type { Control } from "../shared/control";
import { elsewhere } from "../shared/elsewhere";
import { sharesRegistry, scanningFilters } from "./registryScanning";
import { anyFilterFits, scanningFilterFits } from "./repositoryFilters";
import { repositoryType, scanningType } from "./types";

export const ecrScanOnPush: Control = {
  id: "ecr-scan-on-push",
  title: "Images are scanned when they are pushed",
  description: "ECR must scan every image on push, by a setting of the repository or by a rule of the registry.",
  severity: "high",
  levels: { dev: "mandatory", prod: "mandatory" },
  references: elsewhere({
    securityHub: "ECR.1",
    controlTower: "CT.ECR.PR.2",
    checkov: "CKV_AWS_163",
    trivy: "AWS-0030",
  }),
  remediationSteps:
    "Set `imageScanningConfiguration.scanOnPush` to true, or give the registry a scanning rule whose filter fits the repository's name.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
  reads: {
    [repositoryType]: ["name", "imageScanningConfiguration.scanOnPush"],
    [scanningType]: ["scanType", "rules.scanFrequency", "rules.repositoryFilters.filter"],
  },
  // A repository alone cannot be judged here: a rule of the registry may scan it.
  check({ type, props }, report) {
    if (type !== scanningType || scanningFilters(props).length > 0) return;
    report.violation({
      at: props.at("rules"),
      what: "No rule of the registry scans what is pushed",
      fix: 'Give `rules` an entry with `scanFrequency` "SCAN_ON_PUSH" and a filter such as `*`.',
    });
  },
  checkStack(stack, report) {
    report.eachResource(stack.ofType(repositoryType), (repository) => {
      const scan = repository.props.at("imageScanningConfiguration", "scanOnPush");
      const registries = stack.ofType(scanningType).filter((registry) => sharesRegistry(registry, repository));
      // Where the registry has enhanced scanning, only its filters count: what none of them fits is not scanned at all.
      const isEnhanced = registries.some(({ props }) => props.at("scanType").raw === "ENHANCED");
      if (!isEnhanced && !scan.isUnknown && scan.boolean() === true) return;
      if (registries.some(({ props }) => anyFilterFits(scanningFilters(props), repository, scanningFilterFits))) return;
      if (isEnhanced) {
        const what =
          "No filter of the registry's enhanced scanning fits the repository, whose own setting counts no longer";
        report.violation({ at: scan, what, fix: "Give a rule of the registry a filter that fits the name." });
      } else if (scan.boolean() !== true) {
        const fix = "Set `imageScanningConfiguration.scanOnPush` to `true`.";
        report.violation({ at: scan, what: "Images are not scanned when they are pushed", fix });
      }
    });
  },
  remediate({ type, props }) {
    const scan = props.at("imageScanningConfiguration", "scanOnPush");
    if (type !== repositoryType || scan.isUnknown || scan.boolean() === true) return undefined;
    return { imageScanningConfiguration: { scanOnPush: true } };
  },
};
