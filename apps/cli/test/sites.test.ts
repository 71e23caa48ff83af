import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSites } from '../src/commands/sites.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway?.stop());

const rotunda = (...args: string[]): Promise<Outcome> =>
  new RunningVerb(addSites, [...args, '--gateway', gateway.url]).outcome();

it('holds the scrapes of a chamber back, and lets them run again', async () => {
  const paused = await rotunda('pause', 'house', '--reason', 'they are moving');
  expect(paused).toMatchObject({ code: 0, stderr: '' });
  expect(paused.stdout).toMatch(/^house: scrapes wait: paused by an operator since 20.*: they are moving\n$/);
  expect(await rotunda('resume', 'all')).toEqual({
    code: 0,
    stdout: 'senate: scrapes run\nhouse: scrapes run\n',
    stderr: '',
  });
});

it('has the same verbs as "rotunda sites", and takes options before them too', async () => {
  const words = ['--json', '--gateway', gateway.url, 'sites', 'pause', 'senate'];
  const { code, stdout } = await new RunningVerb(addSites, words).outcome();
  expect({ code, answer: JSON.parse(stdout) as unknown }).toMatchObject({
    ...{ code: 0, answer: { sites: [{ chamber: 'senate', waiting_because: expect.stringContaining('paused') }] } },
  });
  expect(await rotunda('sites', 'resume', 'senate', '-q')).toEqual({ code: 0, stdout: 'senate\n', stderr: '' });
});

it('shows what holds a chamber back', async () => {
  await rotunda('sites', 'pause', 'house', '--reason', 'they are moving');
  const listed = await eventually('the pause', async () => {
    const { stdout } = await rotunda('sites');
    return (
      stdout.includes('paused') &&
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/))
    );
  });
  expect(listed).toEqual([
    ['CHAMBER', 'SCRAPES', 'BREAKER', 'REFUSALS', 'NEXT REQUEST', 'WHY'],
    ['senate', 'run', 'closed', '0', '-', '-'],
    ['house', 'wait', 'closed', '0', '-', expect.stringMatching(/^paused by an operator since 20.*: they are moving$/)],
  ]);
  const shown = await rotunda('sites', 'show', 'house');
  expect(shown.stdout).toMatch(
    /^site +house\nscrapes +wait: paused by .*\npaused +since 20.*: they are moving\nbreaker +closed\n/,
  );
  expect((await rotunda('sites', 'resume', 'house', '-q')).code).toBe(0);
});

it('knows no other chamber', async () => {
  expect(await rotunda('pause', 'lords')).toEqual(failure(/Allowed choices are senate, house, all/, 'usage'));
});
