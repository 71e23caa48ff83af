import { rm } from 'node:fs/promises';
import { testFolder } from '#rotunda/testing';
import { expect, it, onTestFinished } from 'vitest';
import { RunningCommand } from './running-command.js';

it('npm run demo reports a folder without a listing', async () => {
  const data = await testFolder();
  onTestFinished(() => rm(data, { recursive: true }));
  const command = RunningCommand.run(['demo', '--exit', '--data', data, '--documents', data]);
  expect(await command.exitCode()).toBe(1);
  expect(command.stderr).toMatch(/listing\.tsv is missing/);
});
