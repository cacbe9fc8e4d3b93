/** A text that AWS would not take as a policy document. Controls let it through: the evaluator makes it a violation. */
export class MalformedDocument extends Error {
  constructor(
    readonly path: string,
    readonly fault: string,
  ) {
    super(`the policy document does not parse: ${fault}`);
  }
}
