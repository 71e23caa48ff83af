import { BUCKETS, STREAMS } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSchedules } from '../src/commands/schedules.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway?.stop());

const schedules = (...args: string[]): Promise<Outcome> =>
  new RunningVerb(addSchedules, ['schedules', '--gateway', `${gateway.url}/`, ...args]).outcome();

/** The gateway sees its own writes come back from KV. */
const listed = (line: RegExp): Promise<string> =>
  eventually(String(line), async () => {
    const { stdout } = await schedules('list');
    return line.test(stdout) && stdout;
  });

const shown = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse((await schedules('show', name)).stdout) as Record<string, unknown>;

it('creates a schedule, shows it with its next five fires, and changes only what is given', async () => {
  const made = await schedules(
    ...['set', 'nightly', '--cron', '30 4 * * *', '--timezone', 'America/New_York', '--task', 'scrape'],
    ...['--chamber', 'house', '--args', '{"days_back": 3}', '--overlap', 'allow', '--catch-up', 'none', '--expires'],
  );
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(
    /^nightly +30 4 \* \* \* America\/New_York +scrape of house +next 20.*\ncreated; next fires: (?:20\S+, ){4}20\S+\n$/,
  );
  const definition = {
    ...{
      cron: '30 4 * * *',
      timezone: 'America/New_York',
      task: 'scrape',
      args: { days_back: 3 },
      chambers: ['house'],
    },
    ...{ overlap: 'allow', catch_up: 'none', expires: true },
  };
  const before = await shown('nightly');
  expect(before).toMatchObject({ ...definition, paused_at: null });
  expect(before['next_fires']).toHaveLength(5);

  const changed = await schedules('set', 'nightly', '--chamber', 'all', '--no-expires');
  expect(changed).toMatchObject({ code: 0, stdout: expect.stringMatching(/senate and house.*\nchanged; /) });
  expect(await shown('nightly')).toMatchObject({ ...definition, chambers: ['senate', 'house'], expires: false });
  await listed(/^nightly .*scrape of senate and house +20/m);
});

it('changes a schedule from a cron expression to an interval, and back', async () => {
  const { stdout } = await schedules('set', 'often', '--every', '15m', '--task', 'check', '--chamber', 'house');
  expect(stdout).toMatch(/^often +every 15m +check of house +next 20.*:(?:00|15|30|45):00\.000Z\ncreated; /);
  expect(await schedules('set', 'often', '--overlap', 'allow')).toMatchObject({ code: 0 });
  expect(await shown('often')).toMatchObject({ cron: null, every: '15m', overlap: 'allow' });
  const elsewhere = await schedules('set', 'often', '--timezone', 'Asia/Tokyo');
  expect(elsewhere.stderr).toContain('--timezone has no effect on an interval');
  await schedules('set', 'often', '--cron', '0 2 * * *');
  expect(await shown('often')).toMatchObject({
    cron: '0 2 * * *',
    every: null,
    timezone: 'Asia/Tokyo',
    overlap: 'allow',
  });
  expect(await schedules('set', 'often', '--every', '5s')).toEqual(
    failure(/every "5s" must be from 10s to 366d/, 'usage'),
  );
  const both = await schedules('set', 'often', '--every', '5m', '--cron', '0 2 * * *');
  expect(both).toEqual(failure(/'--every <interval>' cannot be used with option '--cron <expression>'/, 'usage'));
  await schedules('delete', 'often');
});

it('resets what is shipped, and asks before it resets all of it', async () => {
  const daily = await schedules('reset', 'daily');
  expect(daily.stdout).toMatch(/^daily +0 2 \* \* \* UTC +scrape of senate and house +next 20.*\nreset; next fires: /);
  expect(await schedules('reset', 'nightly')).toEqual(failure(/nightly is not one of the schedules/, 'not_found'));
  expect(await schedules('reset')).toEqual(
    failure(/undoes your changes of daily, weekly and check: confirm it with --yes/, 'usage'),
  );
  expect(await schedules('reset', '--yes', '--quiet')).toMatchObject({ code: 0, stdout: 'daily\nweekly\ncheck\n' });
});

it('pauses it, resumes it, runs it now and deletes it', async () => {
  await schedules('set', 'weekday', '--cron', '0 9 * * MON-FRI', '--task', 'check', '--chamber', 'senate');
  expect((await schedules('pause', 'weekday')).stdout).toMatch(/^weekday .* paused since 20/);
  expect(await schedules('resume', 'weekday')).toMatchObject({ stdout: expect.stringMatching(/^weekday .* next 20/) });
  const { code, stdout, stderr } = await schedules('run', 'weekday');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'The check of "weekday" was queued for senate.\n' });
  const command = await gateway.nats.client.nextStored(STREAMS.tasks, 1);
  expect(`${command!.header('Rotunda-Task-Id')}\n`).toBe(stdout);
  expect(await schedules('delete', 'weekday')).toMatchObject({ code: 0, stdout: expect.stringMatching(/is deleted/) });
  expect(await schedules('show', 'weekday')).toEqual(failure(/There is no schedule weekday/, 'not_found'));
  expect(await schedules('delete', 'weekday')).toEqual(failure(/There is no schedule weekday/, 'not_found'));
});

it('says what is wrong with a schedule, and changes nothing', async () => {
  const set = (...args: string[]): Promise<Outcome> => schedules('set', 'refused', '--task', 'scrape', ...args);
  expect(await set('--cron', '0 2 * *')).toEqual(failure(/has 4 of the five fields minute, hour/, 'usage'));
  expect(await set('--cron', '0 0 30 2 *')).toEqual(failure(/never fires/, 'usage'));
  expect(await set('--cron', '0 2 * * *', '--timezone', 'Mars/Base')).toEqual(
    failure(/not an IANA time zone/, 'usage'),
  );
  expect(await set('--cron', '0 2 * * *', '--args', '{"days": 2}')).toEqual(failure(/args: .*days/, 'usage'));
  expect(await set('--cron', '0 2 * * *', '--args', 'days')).toEqual(failure(/must be a JSON object/, 'usage'));
  expect(await set()).toEqual(failure(/cron must have five fields/, 'usage'));
  expect(await set('--cron', '0 2 * * *', '--overlap', 'twice')).toEqual(
    failure(/Allowed choices are skip, allow/, 'usage'),
  );
  expect(await schedules('show', 'refused')).toEqual(failure(/There is no schedule refused/, 'not_found'));
});

it('lists a schedule that was damaged by hand, and repairs it', async () => {
  await gateway.nats.client.jetstream.publish(
    `$KV.${BUCKETS.schedules}.by-hand`,
    '{"cron": "every night", "task": "check"}',
  );
  await listed(/^by-hand +- +- +damaged: cron "every night" has 2 of the five fields/m);
  expect(await schedules('show', 'by-hand')).toEqual(failure(/by-hand is damaged and does not fire: cron/));
  expect(await schedules('set', 'by-hand', '--cron', '0 1 * * *', '--task', 'check')).toMatchObject({ code: 0 });
  await listed(/^by-hand +0 1 \* \* \* UTC +check of senate and house +20/m);
});
