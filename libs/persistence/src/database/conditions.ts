/** Collects the conditions of a WHERE clause with their parameters, in the order they come. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly clauses: string[];

  /** @param fixed conditions that always hold */
  constructor(...fixed: string[]) {
    this.clauses = fixed;
  }

  /** The placeholder of one more parameter: `$3`. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  /** Adds a condition on `value` unless it is undefined: a filter that was not asked for. */
  where(value: unknown, clause: (placeholder: string) => string): this {
    if (value !== undefined) this.clauses.push(clause(this.bind(value)));
    return this;
  }

  and(clause: string): this {
    this.clauses.push(clause);
    return this;
  }

  get sql(): string {
    return this.clauses.length === 0 ? 'TRUE' : this.clauses.join(' AND ');
  }
}
