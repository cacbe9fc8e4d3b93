import { Analyzer } from "../../../support/analyzer";

/** Starts the pack, has two resources judged, and prints what it says. */
async function main(): Promise<void> {
  const analyzer = await Analyzer.start();
  await analyzer.configure();
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
  });
  const told = [
    ...(await analyzer.analyze({ type: "aws:ecr/repository:Repository", props: { name: "images" } })),
    ...(await analyzer.analyze({ type: "aws:iam/rolePolicy:RolePolicy", props: { policy, role: "r" } })),
  ];
  await analyzer.stop();
  console.log(JSON.stringify(told.map(({ level, policy: id }) => `${level} ${id}`)));
}

void main();
