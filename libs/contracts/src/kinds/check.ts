import { CHAMBERS } from '../chambers.js';
import { Command } from './command.js';
import type { KindResult, TaskKind } from './task-kind.js';

export class CheckCommand extends Command {}

export interface CheckResult extends KindResult {
  /** `partial`: no request was sent to the site, because the operator has not accepted its terms. */
  status: 'success' | 'partial';
  checks: { name: string; detail: string }[];
}

/** A diagnosis: a failure is its answer. It is wanted at once, also from a busy worker, and is worthless later. */
export const CHECK: TaskKind<CheckCommand, CheckResult> = {
  chambers: CHAMBERS,
  command: CheckCommand,
  summary:
    'Checks that the site’s entry pages answer and have a known layout. A failed check ends in FAILURE at once, ' +
    'without retries or a dead letter',
  needs: [],
  sharesSlots: false,
  isRetried: false,
  leavesDeadLetter: false,
};
