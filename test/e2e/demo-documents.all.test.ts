import { rm } from 'node:fs/promises';
import type { ScrapeResult } from '#rotunda/contracts';
import { fixturesFolder, testFolder } from '#rotunda/testing';
import { expect, it, onTestFinished } from 'vitest';
import { RunningCommand } from './running-command.js';

const fixtures = fixturesFolder();

// In `npm test` the scrapers of test/contract account for them, with a kill in the middle.
it.runIf(fixtures)('npm run demo -- --exit --documents accounts for every real document', async () => {
  const data = await testFolder();
  onTestFinished(() => rm(data, { recursive: true }));
  const command = RunningCommand.run(['demo', '--exit', '--no-delay', '--data', data, '--documents', fixtures!]);
  expect(await command.exitCode(), command.stdout + command.stderr).toBe(0);
  const none = { known: 0, needs_review: 0, unavailable: 0, failed: 0 };
  const { house, senate } = JSON.parse(command.lastLine()) as Record<'house' | 'senate', ScrapeResult>;
  // How many scans are read, and what of them, changes with the reader.
  for (const [{ stats, filings }, listed, parsed, scans] of [
    [house, 355, 303, 52],
    [senate, 532, 529, 3],
  ] as const) {
    expect(filings).toMatchObject({ ...none, listed, parsed });
    expect(filings.paper + (filings.paper_read ?? 0) + (filings.paper_review ?? 0)).toBe(scans);
    expect(stats).toMatchObject({ saved: stats.total, skipped: 0, errors: 0 });
  }
  expect(house.stats.saved).toBeGreaterThanOrEqual(5461);
  expect(senate.stats.saved).toBeGreaterThanOrEqual(4408);
});
