import { readdir } from 'node:fs/promises';
import { TASK_ID_HEADER } from '#rotunda/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningStack, startRunningStack } from '../observability/running-stack.js';
import { blocksOf, pageOf } from './page.js';
import { typed } from './shell.js';

const PUBLISHED = /^nats pub (\S+) '(.*)'$/gm;
const UNITS = /`(?:systemctl|journalctl)[^`]*?'?(rotunda-[a-z]+@?)|`(rotunda[a-z-]*(?:@\d)?\.(?:service|target))`/g;

const text = await pageOf('from-celery');
let stack: RunningStack;
beforeAll(async () => (stack = await startRunningStack()));
afterAll(() => stack?.stop());

it.each(blocksOf(text).map(({ section, commands }) => [section, commands]))(
  'the commands of “%s” run',
  async (_, commands) => {
    const withKey = `export ROTUNDA_KEY_FILE=${stack.keys.admin}
      curl() { command curl -H @<(echo "Authorization: Bearer $(cat "$ROTUNDA_KEY_FILE")") "$@"; }`;
    expect(await typed(`${withKey}\n${commands}`, stack)).not.toBe('');
  },
);

it('what it publishes with the NATS CLI runs', async () => {
  const published = [...text.matchAll(PUBLISHED)];
  expect(published.length).toBeGreaterThan(1);
  for (const [n, [, subject, body]] of published.entries()) {
    const id = `published-${n}`;
    await stack.house.nats.client.publish(subject!, body!, { header: { [TASK_ID_HEADER]: id } });
    expect(await stack.house.ended(id)).toMatchObject({ state: 'SUCCESS' });
  }
});

it('names units that exist', async () => {
  const units = await readdir(new URL('../../deploy/systemd/units/', import.meta.url));
  const named = [...text.matchAll(UNITS)].map(([, prefix, unit]) => prefix ?? unit!.replace(/@\d/, '@'));
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !units.some((unit) => unit.startsWith(name)))).toEqual([]);
});
