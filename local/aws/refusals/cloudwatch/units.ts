const sizes = ["Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes"];
const bits = ["Bits", "Kilobits", "Megabits", "Gigabits", "Terabits"];

/** CloudWatch's StandardUnit. */
export const units: readonly string[] = [
  ...["Seconds", "Microseconds", "Milliseconds", "Percent", "Count", "Count/Second", "None"],
  ...[...sizes, ...bits].flatMap((size) => [size, `${size}/Second`]),
];
