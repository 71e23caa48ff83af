import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKETS, STREAMS } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { eventually } from '#rotunda/testing';
import { type Answer, expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { task } from './task-samples.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  gateway.now = new Date('2026-11-24T12:00:00Z');
});
afterAll(() => gateway.stop());

const HOURLY = { cron: '0 * * * *', task: 'scrape', args: { days_back: 2 }, chambers: ['house'] };

const request = (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> =>
  gateway.ask(`/api/v1/${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

describe('PUT schedules/{name}', () => {
  it('creates a schedule with defaults, and says when it fires', async () => {
    const { status, body } = await request('PUT', 'schedules/hourly', HOURLY);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'hourly',
      timezone: 'UTC',
      overlap: 'skip',
      catch_up: 'latest',
      expires: false,
      paused_at: null,
      last_fire: '2026-11-24T12:00:00.000Z',
      next_fire: '2026-11-24T13:00:00.000Z',
      next_fires: [13, 14, 15, 16, 17].map((hour) => `2026-11-24T${hour}:00:00.000Z`),
    });
    const listed = await eventually('the list', async () => (await gateway.get('schedules')).body.schedules[0]);
    expect(listed).toEqual(body);
    const { body: scheduled } = await gateway.get('tasks/scheduled');
    expect(scheduled.scheduled_tasks).toMatchObject([{ task_name: 'tasks.house.scrape', eta: body.next_fire }]);
  });

  it('replaces a schedule: a changed cron counts from now, an unchanged one goes on', async () => {
    gateway.now = new Date('2026-11-24T12:30:00Z');
    const same = await request('PUT', 'schedules/hourly', { ...HOURLY, overlap: 'allow' });
    expect(same.body).toMatchObject({ overlap: 'allow', last_fire: '2026-11-24T12:00:00.000Z' });
    const other = await request('PUT', 'schedules/hourly', { ...HOURLY, cron: '15 * * * *' });
    expect(other.body).toMatchObject({ overlap: 'skip', last_fire: '2026-11-24T12:30:00.000Z' });
  });

  it('takes an interval in place of a cron expression, and the other way round', async () => {
    const { cron: _cron, ...rest } = HOURLY;
    const by = await request('PUT', 'schedules/by-interval', { ...rest, every: '15m' });
    expect(by).toMatchObject({ status: 200, body: { cron: null, every: '15m', timezone: 'UTC' } });
    expect(by.body.next_fires.slice(0, 2)).toEqual(['2026-11-24T12:45:00.000Z', '2026-11-24T13:00:00.000Z']);
    const same = await request('PUT', 'schedules/by-interval', { ...rest, every: '900', timezone: 'Asia/Tokyo' });
    expect(same.body).toMatchObject({ last_fire: by.body.last_fire, next_fires: by.body.next_fires });
    expect(same.headers.get('etag')).not.toBe(by.headers.get('etag'));
    expect((await request('PUT', 'schedules/by-interval', HOURLY)).body).toMatchObject({
      cron: '0 * * * *',
      every: null,
    });
    expect((await request('DELETE', 'schedules/by-interval')).status).toBe(204);
  });

  it('refuses an edit of an outdated copy, and accepts one of the current copy', async () => {
    const { headers } = await gateway.get('schedules/hourly');
    const etag = headers.get('etag')!;
    const first = await request('PUT', 'schedules/hourly', { ...HOURLY, overlap: 'allow' }, { 'if-match': etag });
    expect(first.status).toBe(200);
    const late = await request('PUT', 'schedules/hourly', HOURLY, { 'if-match': etag });
    expectProblem(late, 412, /Somebody edited hourly since you read it/);
    const taken = await request('PUT', 'schedules/hourly', HOURLY, { 'if-none-match': '*' });
    expectProblem(taken, 412, /There is a schedule hourly already/);
  });

  it.each([
    [{ cron: '0 0 30 2 *' }, 'cron', /never fires/],
    [{ cron: '0 2 * *' }, 'cron', /has 4 of the five fields/],
    [{ timezone: 'Mars/Base' }, 'timezone', /not an IANA time zone/],
    [{ args: { days: 2 } }, 'args', /days/],
    [{ chambers: ['mars'] }, 'chambers', /list of senate, house/],
    [{ chambers: [] }, 'chambers', /at least one/],
    [{ task: 'sleep' }, 'task', /one of scrape, check, reparse/],
    [{ hourly: true }, 'hourly', /not a known field/],
    [{ cron: null }, 'cron', /cron must have five fields.* or give every/],
    [{ every: '15m' }, 'every', /must not be given together with cron/],
    [{ cron: null, every: 'day' }, 'every', /a text such as "3600" \(seconds\), "90s", "15m", "2h" or "1d"/],
    [{ cron: null, every: 3600 }, 'every', /a text such as "3600" \(seconds\)/],
    [{ cron: null, every: '5s' }, 'every', /from 10s to 366d/],
  ])('refuses %j', async (change, field, message) => {
    const answer = await request('PUT', 'schedules/bad', { ...HOURLY, ...change });
    expectProblem(answer, 422, message);
    expect(answer.body.errors).toMatchObject([{ field }]);
    expect((await gateway.get('schedules/bad')).status).toBe(404);
  });
});

describe('GET schedules/preview', () => {
  const preview = (fields: Record<string, string>): Promise<Answer> =>
    gateway.get(`schedules/preview?${new URLSearchParams(fields).toString()}`);

  it('shows the next ticks of a cron expression or an interval', async () => {
    gateway.now = new Date('2026-11-24T12:30:00Z');
    expect((await preview({ cron: '0 2 * * *', timezone: 'America/New_York', count: '2' })).body).toEqual({
      next: ['2026-11-25T07:00:00.000Z', '2026-11-26T07:00:00.000Z'],
    });
    expect((await preview({ every: '15m' })).body.next).toEqual(
      ['12:45', '13:00', '13:15', '13:30', '13:45'].map((time) => `2026-11-24T${time}:00.000Z`),
    );
  });

  it.each([
    [{ cron: '0 2 * *' }, 'cron', /has 4 of the five fields/],
    [{ cron: '0 0 30 2 *' }, 'cron', /never fires/],
    [{ cron: '0 2 * * *', timezone: 'Mars/Base' }, 'timezone', /not an IANA time zone/],
    [{ cron: '0 2 * * *', every: '1h' }, 'every', /leave out one/],
    [{ every: '5s' }, 'every', /from 10s to 366d/],
    [{}, 'cron', /or give every/],
    [{ every: '1h', count: '21' }, 'count', /from 1 to 20/],
  ])('refuses %j', async (fields, field, message) => {
    const answer = await preview(fields);
    expectProblem(answer, 400, message);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });
});

describe('a schedule', () => {
  it('shows what came of its last ticks, from the live state and the history', async () => {
    await request('PUT', 'schedules/nightly', { cron: '0 2 * * *', task: 'check', chambers: ['house'] });
    gateway.now = new Date('2026-11-28T12:00:00Z');
    const times = (at: string) => ({ queued: at, started: at, finished: at });
    const recorded = task('nightly-house-20261125T020000Z', { state: 'SUCCESS', times: times('2026-11-25T02:00:00Z') });
    await gateway.context.get(TaskRuns, { strict: false }).record([{ id: recorded.id, revision: 1, state: recorded }]);
    const error = { code: 'LayoutChanged', message: 'The table has ten columns' };
    const live = task('nightly-house-20261127T020000Z', {
      ...{ state: 'FAILURE', error, times: times('2026-11-27T02:00:00Z') },
    });
    await gateway.tasks.put(live.id, live);
    const fired = { ...(await gateway.schedules.get('nightly'))!.value, last_fire: '2026-11-28T02:00:00.000Z' };
    await gateway.schedules.put('nightly', fired);
    const runs = await eventually('both runs', async () => {
      const { last_runs } = (await gateway.get('schedules/nightly')).body;
      return last_runs.length === 2 ? last_runs : null;
    });
    expect(runs).toEqual([
      { id: live.id, chamber: 'house', state: 'FAILURE', times: live.times, error },
      { id: recorded.id, chamber: 'house', state: 'SUCCESS', times: recorded.times },
    ]);
    expect((await gateway.get('schedules')).body.schedules[0].last_runs).toBeDefined();
    await request('DELETE', 'schedules/nightly');
    gateway.now = new Date('2026-11-24T12:30:00Z');
  });

  it('is paused and continues from its next tick', async () => {
    gateway.now = new Date('2026-11-24T13:00:30Z');
    const paused = await request('POST', 'schedules/hourly/pause');
    expect(paused.body).toMatchObject({ paused_at: '2026-11-24T13:00:30.000Z', next_fire: null });
    await eventually(
      'nothing scheduled',
      async () => (await gateway.get('tasks/scheduled')).body.scheduled_tasks.length === 0,
    );
    gateway.now = new Date('2026-11-24T18:00:30Z');
    const resumed = await request('POST', 'schedules/hourly/resume');
    expect(resumed.body).toMatchObject({ paused_at: null, last_fire: '2026-11-24T18:00:30.000Z' });
  });

  it('runs now, in addition to its ticks', async () => {
    const before = (await gateway.get('schedules/hourly')).body.last_fire;
    const { status, body } = await request('POST', 'schedules/hourly/run');
    expect(status).toBe(202);
    const message = await gateway.client.nextStored(STREAMS.tasks, 1);
    expect(message).toMatchObject({ subject: 'tasks.house.scrape' });
    expect(message!.header('Rotunda-Task-Id')).toBe(body.task_id);
    expect(JSON.parse(new TextDecoder().decode(message!.data))).toEqual({ days_back: 2 });
    expect((await gateway.get('schedules/hourly')).body.last_fire).toBe(before);
  });

  it('is removed, and then unknown', async () => {
    expect((await request('DELETE', 'schedules/hourly')).status).toBe(204);
    for (const [method, path] of [
      ['GET', 'schedules/hourly'],
      ['DELETE', 'schedules/hourly'],
      ['POST', 'schedules/hourly/pause'],
      ['POST', 'schedules/hourly/run'],
    ] as const) {
      expectProblem(await request(method, path), 404, /no schedule hourly/);
    }
    expectProblem(await gateway.get('schedules/no%20name'), 400, /1 to 64 letters/);
  });
});

describe('POST schedules/{name}/run', () => {
  it('queues one task per Idempotency-Key, and refuses another command with it', async () => {
    await request('PUT', 'schedules/by-key', HOURLY);
    const run = (key: string): Promise<Answer> =>
      request('POST', 'schedules/by-key/run', undefined, { 'idempotency-key': key });
    const [first, again, other] = [await run('one'), await run('one'), await run('two')];
    expect([first.status, again.status, other.status]).toEqual([202, 202, 202]);
    expect(again.body.task_id).toBe(first.body.task_id);
    expect(other.body.task_id).not.toBe(first.body.task_id);
    await request('PUT', 'schedules/by-key', { ...HOURLY, args: { days_back: 3 } });
    expectProblem(await run('one'), 422, /Idempotency-Key was sent before with another command/);
    expect((await request('DELETE', 'schedules/by-key')).status).toBe(204);
  });
});

describe('POST schedules/reset', () => {
  const DAILY = {
    ...{ name: 'daily', cron: '0 2 * * *', every: null, task: 'scrape', overlap: 'skip', catch_up: 'latest' },
    args: { days_back: 1, include_unknown: true, since_last_success: true },
  };
  const reset = (name: string): Promise<Answer> => request('POST', `schedules/${name}/reset`);
  const atNoon = new Date('2026-11-25T12:00:00Z');

  it('puts one back as it was shipped: missing, edited, paused or damaged', async () => {
    gateway.now = atNoon;
    const made = await reset('daily');
    expect(made).toMatchObject({ status: 200, body: { ...DAILY, last_fire: atNoon.toISOString() } });
    expect(made.headers.get('etag')).toBe((await gateway.get('schedules/daily')).headers.get('etag'));

    await request('PUT', 'schedules/daily', { ...HOURLY, every: null });
    await request('POST', 'schedules/daily/pause');
    gateway.now = new Date('2026-11-29T04:00:00Z');
    // The ticks that it did not fire while it was paused are not made up for.
    expect((await reset('daily')).body).toMatchObject({
      ...DAILY,
      paused_at: null,
      last_fire: '2026-11-29T04:00:00.000Z',
    });

    await gateway.client.jetstream.publish(`$KV.${BUCKETS.schedules}.daily`, '{"cron": "every night"}');
    expectProblem(await gateway.get('schedules/daily'), 409, /is damaged/);
    expect((await reset('daily')).body).toMatchObject({ ...DAILY, last_fire: '2026-11-29T04:00:00.000Z' });
  });

  it('lets a schedule go on that is as it was shipped: what it missed in an outage is still made up for', async () => {
    gateway.now = new Date('2026-11-30T04:00:00Z');
    expect((await reset('daily')).body).toMatchObject({ ...DAILY, last_fire: '2026-11-29T04:00:00.000Z' });
  });

  it('knows only those that are shipped, and leaves others alone', async () => {
    const { body: own } = await request('PUT', 'schedules/own', HOURLY);
    expectProblem(await reset('own'), 404, /own is not one of the schedules that Rotunda ships: daily, weekly, check/);
    const { status, body } = await request('POST', 'schedules/reset');
    expect(status).toBe(200);
    expect(body.schedules.map(({ name }: { name: string }) => name)).toEqual(['daily', 'weekly', 'check']);
    expect((await gateway.get('schedules/own')).body).toEqual(own);
    for (const name of ['own', 'daily', 'weekly', 'check']) await request('DELETE', `schedules/${name}`);
  });
});

describe('a damaged schedule', () => {
  const putText = (name: string, text: string): Promise<unknown> =>
    gateway.client.jetstream.publish(`$KV.${BUCKETS.schedules}.${name}`, text);
  const listed = async (): Promise<{ name: string; reason: string }[]> => (await gateway.get('schedules')).body.damaged;

  it('is listed with the reason, next to the others', async () => {
    await request('PUT', 'schedules/sound', HOURLY);
    await putText('no-json', '{"cron":');
    await putText('wrong-args', '{"cron": "0 * * * *", "task": "scrape", "args": {"days": 2}}');
    await putText('a.b', '{"cron": "0 * * * *", "task": "check"}');
    expect(await eventually('all of them', async () => ((await listed()).length === 3 ? listed() : null))).toEqual([
      { name: 'a.b', reason: expect.stringMatching(/^name must have/) },
      { name: 'no-json', reason: expect.stringMatching(/not a JSON object/) },
      { name: 'wrong-args', reason: expect.stringMatching(/^args: .*days/) },
    ]);
    const { body } = await gateway.get('schedules');
    expect(body.schedules.map(({ name }: { name: string }) => name)).toEqual(['sound']);
  });

  it.each([
    ['GET', ''],
    ['POST', '/pause'],
    ['POST', '/resume'],
    ['POST', '/run'],
  ])('says what is wrong to %s schedules/{name}%s', async (method, verb) => {
    expectProblem(
      await request(method, `schedules/no-json${verb}`),
      409,
      /no-json is damaged .*not a JSON object.* delete/,
    );
    expectProblem(await request(method, `schedules/wrong-args${verb}`), 409, /wrong-args is damaged .*args: .*days/);
  });

  it('can be deleted, whatever its name', async () => {
    await putText('x.y=z', 'by hand');
    expect((await request('DELETE', 'schedules/x.y=z')).status).toBe(204);
    for (const name of ['x..y', 'x.', '%20', '%0D%0A', '*', '%3E']) {
      expectProblem(await request('DELETE', `schedules/${name}`), 400, /key of NATS KV/);
    }
    await eventually('its end', async () => (await listed()).every(({ name }) => name !== 'x.y=z'));
  });

  it('does not include one that never fired, but one that fired in a hundred years', async () => {
    const before = (await listed()).length;
    await putText('never-fired', JSON.stringify({ ...HOURLY, last_fire: '' }));
    await putText('far-ahead', JSON.stringify({ ...HOURLY, last_fire: '2126-11-24T12:00:00Z' }));
    await eventually('both', async () => (await listed()).length === before + 1);
    expect((await gateway.get('tasks/scheduled')).status).toBe(200);
    const { status, body } = await gateway.get('schedules/never-fired');
    expect({ status, body }).toMatchObject({ status: 200, body: { last_fire: null, next_fires: expect.any(Array) } });
    expectProblem(await request('GET', 'schedules/far-ahead'), 409, /last_fire must be .* no later than/);
    expect((await request('PUT', 'schedules/far-ahead', HOURLY)).body.last_fire).toBe(gateway.now!.toISOString());
    for (const name of ['never-fired', 'far-ahead']) await request('DELETE', `schedules/${name}`);
    await eventually('neither', async () => (await gateway.get('schedules')).body.schedules.length === 1);
  });

  it('is repaired by a PUT, and removed by a DELETE', async () => {
    expect((await request('PUT', 'schedules/no-json', HOURLY)).body).toMatchObject({ cron: HOURLY.cron });
    expect((await request('GET', 'schedules/no-json')).status).toBe(200);
    await putText('bad-fire', '{"cron": "0 * * * *", "task": "check", "last_fire": "soon", "last_tasks": 5}');
    expect((await request('PUT', 'schedules/bad-fire', HOURLY)).body).toMatchObject({ last_tasks: {} });
    expect((await request('DELETE', 'schedules/wrong-args')).status).toBe(204);
    await eventually('one to be left', async () => (await listed()).length === 1);
  });
});
