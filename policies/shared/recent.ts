const everywhere: Recent<unknown>[] = [];

/**
 * Answers that many controls ask for one after the other, by the text they are about. Users write these texts, so the
 * oldest answer goes when there are too many.
 */
export class Recent<Value> {
  private readonly answers = new Map<string, Value>();

  constructor(private readonly most: number) {
    everywhere.push(this);
  }

  get(key: string, find: () => Value): Value {
    const known = this.answers.get(key);
    if (known !== undefined || this.answers.has(key)) return known as Value;
    const answer = find();
    if (this.answers.size >= this.most) this.answers.delete(this.answers.keys().next().value as string);
    this.answers.set(key, answer);
    return answer;
  }

  get size(): number {
    return this.answers.size;
  }

  forget(): void {
    this.answers.clear();
  }
}

/** An answer that is found when it is first asked for. */
export function once<Value>(find: () => Value): () => Value {
  const recent = new Recent<Value>(1);
  return () => recent.get("", find);
}

/** For tests that change the judge between two of them: what it said before counts no longer. */
export function forgetAll(): void {
  for (const recent of everywhere) recent.forget();
}
