import { CHAMBERS } from '../chambers.js';
import { Command } from './command.js';
import type { KindResult, TaskKind } from './task-kind.js';

export class CheckCommand extends Command {}

export interface CheckResult extends KindResult {
  /** `partial`: the site was not asked, as the operator has not accepted its terms. */
  status: 'success' | 'partial';
  checks: { name: string; detail: string }[];
}

/** A diagnosis: that it fails is the answer, wanted at once and also from a busy worker, and worth nothing later. */
export const CHECK: TaskKind<CheckCommand, CheckResult> = {
  chambers: CHAMBERS,
  command: CheckCommand,
  summary:
    'Asks whether the site’s entry pages answer and their layouts are known. A check that fails is FAILURE at once: it ' +
    'is not retried, and leaves no dead letter',
  needs: [],
  sharesSlots: false,
  isRetried: false,
  isBuried: false,
};
