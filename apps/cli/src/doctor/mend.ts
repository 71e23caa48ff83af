import type { Check, Fix } from './check.js';
import type { Finding } from './finding.js';
import type { Installation } from './installation.js';

/** What `--fix` did about a finding. */
export interface Mended {
  check: string;
  code: string;
  /** What it did, a line for each. */
  did: string[];
  /** Why it could not; null: it could. */
  failed: string | null;
}

/** Mends what is safe to mend, one after the other. What one fix has mended, the next one finds done. */
export async function mend(
  checks: readonly Check[],
  findings: readonly Finding[],
  installation: Installation,
): Promise<Mended[]> {
  const mended: Mended[] = [];
  for (const finding of findings) {
    const fix = checks.find(({ name }) => name === finding.check)?.fixes?.[finding.code];
    if (fix) mended.push(await mendOne(fix, finding, installation));
  }
  return mended.filter(({ did, failed }) => did.length > 0 || failed !== null);
}

async function mendOne(fix: Fix, { check, code, params }: Finding, installation: Installation): Promise<Mended> {
  try {
    return { check, code, did: await fix(params, installation), failed: null };
  } catch (error) {
    return { check, code, did: [], failed: error instanceof Error ? error.message : String(error) };
  }
}
