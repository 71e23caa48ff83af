import type { SiteBudget } from '#rotunda/contracts';
import { LONGEST_RETRY_AFTER_MS } from '../failed-try.js';

/** The part of a budget's entry that workers use. */
export interface BudgetEntry {
  holder: string | null;
  /** How long no worker may send a request, counted from when this entry was first seen. */
  restMs: number;
}

const FREE: BudgetEntry = { holder: null, restMs: 0 };

/** People can write to the bucket too: an unreadable entry counts as free, and an overlong rest is capped. */
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
