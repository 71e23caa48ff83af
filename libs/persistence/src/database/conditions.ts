/** Collects the conditions of a WHERE clause and their parameters, in order. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly clauses: string[];

  /** @param fixed conditions that always apply */
  constructor(...fixed: string[]) {
    this.clauses = fixed;
  }

  /** Adds a parameter. Returns its placeholder, e.g. `$3`. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  /** Adds a condition on `value`, unless it is undefined: a filter that was not given. */
  where(value: unknown, clause: (placeholder: string) => string): this {
    if (value !== undefined) this.clauses.push(clause(this.bind(value)));
    return this;
  }

  /** Empty, with the parameters so far: for another WHERE clause of the same statement. */
  next(): Conditions {
    const next = new Conditions();
    next.parameters.push(...this.parameters);
    return next;
  }

  and(clause: string): this {
    this.clauses.push(clause);
    return this;
  }

  get sql(): string {
    return this.clauses.length === 0 ? 'TRUE' : this.clauses.join(' AND ');
  }
}
