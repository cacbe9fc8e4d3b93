import { delivery } from "./delivery";
import { ec2 } from "./ec2";
import { ecr } from "./ecr";
import { ecs } from "./ecs";
import { edge } from "./edge";
import { generic } from "./generic";
import { iam } from "./iam";
import { kms } from "./kms";
import { lb } from "./lb";
import { observability } from "./observability";
import { other } from "./other";
import { s3 } from "./s3";
import type { Format, Formats } from "./subject";

const FORMATS: Formats = {
  ...delivery,
  ...ec2,
  ...ecr,
  ...ecs,
  ...edge,
  ...iam,
  ...kms,
  ...lb,
  ...observability,
  ...other,
  ...s3,
};

/** The service's own formats, or generic ones. `aws:alb/…` is an older token of `aws:lb/…`. */
export function formatOf(type: string): Format {
  return FORMATS[(type.split(":")[1] ?? "").replace(/^alb\//, "lb/")] ?? generic;
}

/** For the test that compares the tables with the installed declarations. */
export function formattedTypes(): string[] {
  return Object.keys(FORMATS);
}
