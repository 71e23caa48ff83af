import { execFile } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { check, faults, type Fix } from '../check.js';
import type { Found } from '../finding.js';
import { install } from '../system-programs.js';

const run = promisify(execFile);
const STARTS_WITHIN_MS = 8_000;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
/** Playwright's own, below its cache. */
const CACHE = join(homedir(), '.cache', 'ms-playwright');

const installChromium: Fix = () => install('chromium');

const FAULTS = faults({
  'chromium-missing': {
    level: 'warning',
    says: 'There is no Chromium at {path}; where the Senate refuses plain HTTP, its scrapes wait.',
    mend: 'Install it (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH.',
  },
  'chromium-needed': {
    level: 'error',
    says: 'There is no Chromium at {path}, and SENATE_FETCH=browser needs one.',
    mend: 'Install it (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH.',
  },
  'chromium-path-wrong': {
    level: 'error',
    says: 'CHROMIUM_PATH is {path}, and no program is there.',
    mend: 'Correct CHROMIUM_PATH, or remove it: then the installed Chromium is used.',
  },
  'chromium-broken': {
    level: 'error',
    says: '{path} does not start: {reason}',
    mend: 'Reinstall it with what it depends on, or set CHROMIUM_PATH to another one.',
  },
});

type Code = keyof typeof FAULTS;

export const chromium = check({
  name: 'chromium',
  faults: FAULTS,
  fixes: { 'chromium-missing': installChromium, 'chromium-needed': installChromium },
  async run({ setting }) {
    const way = await setting('SENATE_FETCH');
    if (way === 'http') return [];
    const configured = await setting('CHROMIUM_PATH');
    const path = configured || (await installed());
    if (path === null || !(await isExecutable(path))) return [missing(way, configured)];
    try {
      await run(path, ['--version'], { timeout: STARTS_WITHIN_MS });
      return [];
    } catch (error) {
      const { stderr = '', message } = error as Error & { stderr?: string };
      return [{ code: 'chromium-broken', params: { path, reason: (stderr || message).trim().split('\n')[0]! } }];
    }
  },
});

/** @param configured an operator's own path; installing one elsewhere would not mend it */
export function missing(way: string, configured: string): Found<Code> {
  if (configured) return { code: 'chromium-path-wrong', params: { path: configured } };
  return { code: way === 'browser' ? 'chromium-needed' : 'chromium-missing', params: { path: SYSTEM_CHROMIUM } };
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function installed(): Promise<string | null> {
  if (await isExecutable(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  const versions = (await readdir(CACHE).catch(() => [])).filter((name) => /^chromium-\d+$/.test(name));
  const places = versions.flatMap((name) =>
    ['chrome-linux', 'chrome-linux64'].map((folder) => join(CACHE, name, folder, 'chrome')),
  );
  for (const place of places) if (await isExecutable(place)) return place;
  return null;
}
