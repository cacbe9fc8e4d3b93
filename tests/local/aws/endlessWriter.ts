import { Store } from "../../../local/aws/store";

/** Writes until it is killed: see store.test.ts. */
const store = new Store(process.argv[2] ?? "", "123456789012");
for (let round = 0; ; round++) {
  const id = `bucket-${round % 40}`;
  const properties = { filler: String(round % 10).repeat(100_000) };
  const place = { region: "global", account: "123456789012", created: "", generation: 0, seed: "", given: [] };
  store.write({ type: "aws:s3/bucket:Bucket", key: id, id, urn: id, ...place, properties });
  if (round === 20) process.stdout.write("running\n");
}
