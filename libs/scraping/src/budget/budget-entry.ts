import type { SiteBudget } from '#rotunda/contracts';
import { LONGEST_RETRY_AFTER_MS } from '../refusal.js';

/** What of a budget's entry a worker goes by. */
export interface BudgetEntry {
  holder: string | null;
  /** How long nobody may ask, from when this entry was first seen. */
  restMs: number;
}

const FREE: BudgetEntry = { holder: null, restMs: 0 };

/** People can write to the bucket too: what can't be read is held by nobody, and no rest is longer than the longest. */
export function readBudget(text: string | null): BudgetEntry {
  try {
    const { holder, rest_ms: restMs } = JSON.parse(text ?? '{}') as Partial<SiteBudget>;
    return {
      holder: typeof holder === 'string' ? holder : null,
      restMs: typeof restMs === 'number' ? Math.min(Math.max(restMs, 0), LONGEST_RETRY_AFTER_MS) : 0,
    };
  } catch {
    return FREE;
  }
}
