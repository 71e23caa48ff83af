import { rm } from 'node:fs/promises';
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
  expect(JSON.parse(command.lastLine())).toMatchObject({
    house: {
      stats: { total: 5461, saved: 5461, skipped: 0, errors: 0 },
      filings: { ...none, listed: 355, parsed: 303, paper: 52 },
    },
    senate: {
      stats: { total: 4408, saved: 4408, skipped: 0, errors: 0 },
      filings: { ...none, listed: 532, parsed: 529, paper: 3 },
    },
  });
});
