import { orLate } from '#rotunda/runtime';
import { type Check, NotThere } from './check.js';
import { type Fault, type Finding, findingOf, type Found } from './finding.js';
import type { Installation } from './installation.js';

/** Each check's; they run at the same time. */
const CHECK_WITHIN_MS = 12_000;

/** What can be found of any check. */
export const COMMON_FAULTS = {
  well: { level: 'ok', says: 'Nothing is wrong.', mend: 'Nothing to do.' },
  'not-checked': {
    level: 'warning',
    says: 'This could not be checked: {what} does not answer, or is not set up.',
    mend: 'Mend that first, then run rotunda doctor again.',
  },
  'check-late': {
    level: 'error',
    says: 'There was no answer within {seconds} s.',
    mend: 'Something that is asked here hangs: look at the other findings, then at its log.',
  },
  'check-failed': {
    level: 'error',
    says: 'It could not be checked: {reason}',
    mend: 'If the reason does not tell, report it with the output of rotunda doctor --json.',
  },
} satisfies Record<string, Fault>;

/** Runs the checks at the same time. It never hangs, and a check that fails hides no other. */
export async function examine(
  checks: readonly Check[],
  installation: Installation,
  withinMs = CHECK_WITHIN_MS,
): Promise<Finding[]> {
  return (await Promise.all(checks.map((check) => findingsOf(check, installation, withinMs)))).flat();
}

async function findingsOf(check: Check, installation: Installation, withinMs: number): Promise<Finding[]> {
  const found = await orLate(runOne(check, installation), withinMs, () => [late(withinMs)]);
  const all: Found[] = found.length === 0 ? [{ code: 'well', params: {} }] : found;
  const faults: Readonly<Record<string, Fault>> = { ...COMMON_FAULTS, ...check.faults };
  return all.map((one) => findingOf(check.name, one, faults[one.code]!));
}

const late = (withinMs: number): Found => ({ code: 'check-late', params: { seconds: withinMs / 1_000 } });

async function runOne(check: Check, installation: Installation): Promise<Found[]> {
  try {
    return await check.run(installation);
  } catch (error) {
    if (error instanceof NotThere) return [{ code: 'not-checked', params: { what: error.what } }];
    return [{ code: 'check-failed', params: { reason: error instanceof Error ? error.message : String(error) } }];
  }
}
