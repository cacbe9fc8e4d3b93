/**
 * A text that AWS would refuse, in which nothing can be judged. Several controls read the same text: each throws it, and
 * the fault is told once.
 */
export class Malformed extends Error {
  constructor(
    readonly path: string,
    fault: string,
  ) {
    super(fault);
  }
}
