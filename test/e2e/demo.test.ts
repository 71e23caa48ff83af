import { rm } from 'node:fs/promises';
import { fixturesFolder, testFolder } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunningCommand } from './running-command.js';

const fixtures = fixturesFolder();
let data: string;

beforeEach(async () => {
  data = await testFolder();
});

afterEach(() => rm(data, { recursive: true }));

async function demo(...args: string[]): Promise<RunningCommand> {
  const command = RunningCommand.run(['demo', '--exit', '--no-delay', '--data', data, ...args]);
  await command.exitCode();
  return command;
}

describe('npm run demo -- --exit', () => {
  it('scrapes the stand-in’s own filings, shows trades, and reports on its last line', async () => {
    const first = await demo();
    expect(await first.exitCode(), first.stdout + first.stderr).toBe(0);
    expect(first.stdout).toMatch(/^FILED\s+MEMBER\s+OWNER/m);
    const report = JSON.parse(first.lastLine());
    expect(report).toMatchObject({ seconds: expect.any(Number), task_id: expect.any(String) });
    const second = JSON.parse((await demo()).lastLine());
    for (const chamber of ['house', 'senate']) {
      expect(report[chamber].filings.listed).toBeGreaterThan(80);
      expect(report[chamber].stats.saved).toBeGreaterThan(400);
      expect(second[chamber]).toMatchObject({
        stats: { saved: 0, skipped: report[chamber].stats.saved },
        filings: { known: report[chamber].filings.listed },
      });
    }
  });

  it('says what is wrong with a folder that has no listing', async () => {
    const command = await demo('--documents', data);
    expect(await command.exitCode()).toBe(1);
    expect(command.stderr).toMatch(/there is no .*listing\.tsv/);
  });
});

describe.runIf(fixtures)('npm run demo -- --exit --documents', () => {
  it('accounts for every real document', async () => {
    const command = await demo('--documents', fixtures!);
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
});
