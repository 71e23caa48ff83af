import type { Chamber, ReparseExample, ReparseResult, TaskProgress } from '#rotunda/contracts';
import { type ArchivedFiling, isDifferent, type ReadingDifference } from '#rotunda/persistence';

/** The number of examples of each kind, so that a result stays far below the limit of a KV entry (1 MB). */
const EXAMPLES = 50;
const WARNINGS = 50;
const TEXT_LENGTH = 500;

/** Counts the findings of a reparse. */
export class ReparseReport {
  private readonly filings = { looked_at: 0, same: 0, different: 0, failed: 0 };
  private readonly rows = { added: 0, removed: 0, changed: 0 };
  private readonly changes: Record<string, number> = {};
  private readonly examples: ReparseExample[] = [];
  private readonly warnings: string[] = [];
  private rowsLookedAt = 0;

  /** @param total the number of filings to parse */
  constructor(
    private readonly chamber: Chamber,
    private readonly applied: boolean,
    private readonly total: number,
  ) {}

  /** Reports requested filings that have no document in the archive. */
  missing(externalIds: string[], found: ArchivedFiling[]): void {
    const known = new Set(found.map(({ externalId }) => externalId));
    for (const id of externalIds) {
      if (!known.has(id)) this.warn(`${id} is not among the archived filings that match the other filters.`);
    }
  }

  add({ externalId }: ArchivedFiling, difference: ReadingDifference): void {
    this.filings.looked_at += 1;
    this.filings[isDifferent(difference) ? 'different' : 'same'] += 1;
    this.rows.added += difference.added.length;
    this.rows.removed += difference.removed.length;
    this.rows.changed += difference.changedRows;
    this.rowsLookedAt += difference.rows;
    for (const change of difference.fields) {
      this.changes[change.field] = (this.changes[change.field] ?? 0) + 1;
      this.example({ external_id: externalId, ...change });
    }
    for (const { ordinal, assetNameRaw } of difference.removed) {
      this.example({ external_id: externalId, ordinal, field: 'row', before: assetNameRaw, after: null });
    }
    for (const { ordinal, assetNameRaw } of difference.added) {
      this.example({ external_id: externalId, ordinal, field: 'row', before: null, after: assetNameRaw });
    }
  }

  /** The current parser can't read this document; the stored rows stay. */
  fail({ externalId }: ArchivedFiling, error: Error): void {
    this.filings.looked_at += 1;
    this.filings.failed += 1;
    this.warn(`${externalId} can't be read: ${error.name}: ${error.message}`);
  }

  /** `saved` are rows that differ, `skipped` all others, `errors` are filings. */
  get progress(): Partial<TaskProgress> {
    const { added, removed, changed } = this.rows;
    return {
      phase: 'documents',
      done: this.filings.looked_at,
      total: this.total,
      saved: added + removed + changed,
      skipped: this.rowsLookedAt - added - changed,
      errors: this.filings.failed,
    };
  }

  get result(): ReparseResult {
    const { chamber, applied, filings, changes, rows, examples, warnings } = this;
    const status = filings.failed > 0 || warnings.length > 0 ? 'partial' : 'success';
    return { status, chamber, filings, changes, rows, applied, examples, warnings };
  }

  private example({ before, after, ...place }: ReparseExample): void {
    if (this.examples.length < EXAMPLES) {
      this.examples.push({ ...place, before: shortened(before), after: shortened(after) });
    }
  }

  private warn(text: string): void {
    if (this.warnings.length < WARNINGS) this.warnings.push(shortened(text) as string);
  }
}

const shortened = (value: unknown): unknown =>
  typeof value === 'string' && value.length > TEXT_LENGTH ? `${value.slice(0, TEXT_LENGTH)}…` : value;
