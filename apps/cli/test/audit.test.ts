import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAudit } from '../src/commands/access/audit.js';
import { addSites } from '../src/commands/sites.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway?.stop());

const rotunda = (...args: string[]): Promise<Outcome> =>
  new RunningVerb(addAudit, [...args, '--gateway', gateway.url]).outcome();

it('lists who did what, and that it came from this program', async () => {
  await new RunningVerb(addSites, ['pause', 'house', '--gateway', gateway.url]).outcome();
  await new RunningVerb(addSites, ['resume', 'all', '--gateway', gateway.url]).outcome();
  const { stdout } = await rotunda('audit', 'list');
  expect(stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^AT +RESULT +STATUS +ACTION +TARGET +BY +FROM +TIMES$/),
    expect.stringMatching(/^20\S+Z {2}ok +200 {2}site\.resume {2}all +open {2}cli 127\.0\.0\.1 +1$/),
    expect.stringMatching(/^20\S+Z {2}ok +200 {2}site\.pause {3}house +open {2}cli 127\.0\.0\.1 +1$/),
  ]);
  const onHouse = await rotunda('audit', 'list', '--target', 'house', '--source', 'cli', '--json');
  expect(JSON.parse(onHouse.stdout)).toMatchObject({ data: [{ action: 'site.pause', target: 'house' }] });
  expect(await rotunda('audit', 'list', '--actor', 'nobody')).toEqual({
    ...{ code: 0, stdout: 'There are no such entries.\n', stderr: '' },
  });
});

it('passes on what the gateway says of a filter', async () => {
  expect(await rotunda('audit', 'list', '--from', 'yesterday')).toEqual(failure(/from must be/, 'usage'));
  expect(await rotunda('audit', 'list', '--action', 'nothing')).toEqual(
    failure(/Allowed choices are task\.scrape/, 'usage'),
  );
});
