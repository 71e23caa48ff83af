import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '#rotunda/contracts';

/** Different refusals and failures of a minute that are written one by one; more of them share one entry. */
const MOST_KINDS = 200;

interface Repeated {
  first: AuditEntry;
  /** Those that came after the first. */
  more: number;
}

/**
 * Bounds what a flood of refused requests writes. The first refusal or failure of a kind (address, actor, action,
 * status, and for a known actor the target) within a minute is written at once; further ones are counted, and written
 * as one entry at the minute's end. Nothing that succeeded is ever counted instead of written.
 */
export class RepeatedRefusals {
  private kinds = new Map<string, Repeated>();

  /** Whether to write the entry now. */
  admits(entry: AuditEntry): boolean {
    if (entry.result === 'ok') return true;
    const kind = kindOf(entry);
    const known = this.kinds.get(kind) ?? (this.kinds.size < MOST_KINDS ? undefined : this.others(entry));
    if (known) known.more += entry.count;
    else this.kinds.set(kind, { first: entry, more: 0 });
    return !known;
  }

  /** What was counted since the last call, as entries; then counts from zero. */
  takeCounted(now: Date): AuditEntry[] {
    const counted = [...this.kinds.values()].filter(({ more }) => more > 0);
    this.kinds = new Map();
    return counted.map(({ first, more }) => ({
      ...first,
      id: randomUUID(),
      at: now.toISOString(),
      params: {},
      request_id: null,
      trace_id: null,
      count: more,
    }));
  }

  /** By result alone: too many addresses or actors to tell them apart. */
  private others(entry: AuditEntry): Repeated {
    const others = this.kinds.get(entry.result) ?? { first: { ...entry, ...OF_MANY }, more: 0 };
    this.kinds.set(entry.result, others);
    return others;
  }
}

const OF_MANY = {
  actor_kind: 'unknown',
  actor_id: null,
  actor_name: null,
  role: null,
  target: null,
  address: null,
  problem: null,
} as const;

const kindOf = ({ address, actor_kind, actor_id, action, status, target }: AuditEntry): string =>
  JSON.stringify([address, actor_kind, actor_id, action, status, actor_kind === 'unknown' ? null : target]);
