import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAudit } from '../src/commands/access/audit.js';
import { addSites } from '../src/commands/sites.js';
import { GatewayStand } from './gateway-stand.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayStand;
beforeAll(async () => {
  gateway = await GatewayStand.start();
});
afterAll(() => gateway?.stop());

const rotunda = (...args: string[]): Promise<Outcome> =>
  new RunningVerb(addAudit, [...args, '--gateway', gateway.url]).outcome();

it('lists who did what, and that it came from this program', async () => {
  await new RunningVerb(addSites, ['pause', 'house', '--gateway', gateway.url]).outcome();
  await new RunningVerb(addSites, ['resume', 'all', '--gateway', gateway.url]).outcome();
  const { stdout } = await rotunda('audit', 'list');
  expect(stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^20\S+Z {2}ok {7}200 {2}site\.resume {9}all {2}by open \(cli 127\.0\.0\.1\)$/),
    expect.stringMatching(/^20\S+Z {2}ok {7}200 {2}site\.pause {10}house {2}by open \(cli 127\.0\.0\.1\)$/),
  ]);
  expect((await rotunda('audit', 'list', '--target', 'house', '--source', 'cli')).stdout).toMatch(/^\S+ .*house.*\n$/);
  expect(await rotunda('audit', 'list', '--actor', 'nobody')).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('passes on what the gateway says of a filter', async () => {
  expect(await rotunda('audit', 'list', '--from', 'yesterday')).toEqual(failure(/from must be/));
  expect(await rotunda('audit', 'list', '--action', 'nothing')).toEqual(
    failure(/Allowed choices are task\.scrape/, 'usage'),
  );
});
