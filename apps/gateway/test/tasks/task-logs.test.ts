import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { logSubject, STREAMS, type TaskLogLine } from '#rotunda/contracts';
import { NatsClient } from '#rotunda/messaging';
import { planCommand } from '#rotunda/tasks';
import { eventually } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { readEvents } from '../read-events.js';
import { ended, task } from './task-samples.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

/** As a worker writes it. */
async function say(id: string, message: string, level: TaskLogLine['level'] = 'log'): Promise<void> {
  const line: TaskLogLine = { v: 1, at: '2026-11-23T02:00:00.000Z', level, attempt: 1, worker: 'w', message };
  await gateway.client.publish(logSubject(id), JSON.stringify(line));
}
const messages = (lines: { message: string }[]): string[] => lines.map(({ message }) => message);
const url = (path: string): string => `${gateway.url}/api/v1/tasks/${path}`;
const isEnd = ({ event }: { event: string }): boolean => event === 'end';

it('shows the lines of a task, those after a given line, and the last ones', async () => {
  await gateway.tasks.put('read', ended('read', new Date()));
  for (const message of ['one', 'two', 'three']) await say('read', message);
  const { status, body } = await gateway.get('tasks/read/logs');
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      task_id: 'read',
      lines: [{ task_id: 'read', level: 'log', attempt: 1, worker: 'w', message: 'one' }, {}, {}],
    },
  });
  const rest = await gateway.get(`tasks/read/logs?last_event_id=${body.lines[0].id}`);
  expect(messages(rest.body.lines)).toEqual(['two', 'three']);
  expect(messages((await gateway.get('tasks/read/logs?limit=1')).body.lines)).toEqual(['three']);
});

it('shows them as text, and foreign messages as they are', async () => {
  await gateway.tasks.put('text', ended('text', new Date()));
  await say('text', 'no answer', 'warn');
  await gateway.client.publish(logSubject('text'), 'by hand\n\u001b[2J');
  const answer = await gateway.ask('/api/v1/tasks/text/logs', { headers: { accept: 'text/plain' } });
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.body.split('\n')).toEqual([
    '2026-11-23T02:00:00.000Z WARN  text#1 no answer',
    expect.stringMatching(/^20.*Z LOG   text#0 by hand\\n\\u001b\[2J$/),
    '',
  ]);
});

it('does not let a message forge its place, its task or an event', async () => {
  await gateway.tasks.put('forged', ended('forged', new Date()));
  const [id, task_id] = ['7\n\nevent: end\ndata: x', 'another'];
  const bare = JSON.stringify({ message: 'hi', id, task_id });
  const whole = { at: '2026-11-23T02:00:00.000Z', level: 'log', attempt: 1, worker: 'w', message: 'hi', id, task_id };
  for (const line of [bare, JSON.stringify(whole), 'last']) await gateway.client.publish(logSubject('forged'), line);
  const events = await readEvents(url('forged/logs'), isEnd);
  expect(events.map(({ event }) => event)).toEqual(['line', 'line', 'line', 'end']);
  const lines = events.slice(0, 3);
  expect(messages(lines.map(({ data }) => data))).toEqual([bare, 'hi', 'last']);
  for (const { id, data } of lines) expect(data).toMatchObject({ id: Number(id), task_id: 'forged' });
  const text = await gateway.ask('/api/v1/tasks/forged/logs', { headers: { accept: 'text/plain' } });
  expect(text).toMatchObject({ status: 200, body: expect.stringMatching(/LOG {3}forged#0 {"message":"hi"/) });
});

it('follows a task to its end', async () => {
  await gateway.tasks.put('live', task('live', { state: 'STARTED' }));
  await say('live', 'before');
  const events = await readEvents(url('live/logs'), isEnd, {}, async () => {
    await say('live', 'meanwhile');
    await gateway.tasks.put('live', ended('live', new Date()));
  });
  expect(events.map(({ event, data }) => data.message ?? `${event} ${data.state}`)).toEqual([
    ...['before', 'meanwhile', 'end SUCCESS'],
  ]);
  const again = await readEvents(url('live/logs'), isEnd, { 'last-event-id': events[0]!.id! });
  expect(again.map(({ event }) => event)).toEqual(['line', 'end']);
  const nothingNew = await readEvents(url('live/logs'), isEnd, { 'last-event-id': events[1]!.id! });
  expect(nothingNew.map(({ event }) => event)).toEqual(['end']);
});

it('merges the logs of a group, until all of its children have ended', async () => {
  const group = { id: 'both', size: 2 };
  const child = (chamber: 'house' | 'senate') => ({ chamber, group });
  await gateway.tasks.put('both-senate-1', ended('both-senate-1', new Date(), child('senate')));
  await gateway.tasks.put('both-house-1', task('both-house-1', { state: 'STARTED', ...child('house') }));
  await say('both-house-1', 'first');
  await say('both-senate-1', 'second');
  await say('somebody-else', 'not of the group');
  const events = await readEvents(url('both/logs'), isEnd, {}, async () => {
    await say('somebody-else', 'not of the group');
    await say('both-house-1', 'third');
    await gateway.tasks.put('both-house-1', ended('both-house-1', new Date(), child('house')));
  });
  expect(events.map(({ data }) => data.message ?? data.state)).toEqual(['first', 'second', 'third', 'SUCCESS']);
  expect(messages((await gateway.get('tasks/both/logs')).body.lines)).toEqual(['first', 'second', 'third']);
});

it('reads the log of a large group with one reader', async () => {
  const [start_date, end_date] = ['2020-01-01', '2024-12-31'];
  const window = { start: start_date, end: end_date };
  const asked = { name: 'scrape', chamber: 'house', args: { start_date, end_date }, window } as const;
  const plan = planCommand({ ...asked, id: 'many' }, 30);
  const put = ({ id, group }: (typeof plan)[number]) => gateway.tasks.put(id, ended(id, new Date(), { group: group! }));
  await Promise.all(plan.map(put));
  const texts = [...plan, ...plan].map(({ id }, i) => `${i} of ${id}`);
  for (const [i, message] of texts.entries()) await say(plan[i % plan.length]!.id, message);
  await say('somebody-else', 'not of the group');
  const { consumers } = gateway.context.get(NatsClient).manager;
  const readers = vi.spyOn(consumers, 'add');
  const { body } = await gateway.get('tasks/many/logs');
  expect([plan.length, messages(body.lines)]).toEqual([61, texts]);
  expect(messages((await gateway.get('tasks/many/logs?limit=2')).body.lines)).toEqual(texts.slice(-2));
  const { body: text } = await gateway.ask('/api/v1/tasks/many/logs', { headers: { accept: 'text/plain' } });
  expect(text.split('\n')).toHaveLength(texts.length + 1);
  expect(await readEvents(url('many/logs'), isEnd)).toHaveLength(texts.length + 1);
  expect(readers).toHaveBeenCalledTimes(4);
  readers.mockRestore();
});

it('ends if the last line ages out before it is read', async () => {
  await gateway.tasks.put('aged', ended('aged', new Date()));
  // More than the sockets and the reader's batch hold.
  for (let line = 0; line < 600; line++) await gateway.client.publish(logSubject('aged'), 'x'.repeat(50_000));
  const last = await gateway.client.lastSequence(STREAMS.taskLogs, logSubject('aged'));
  const { body } = await fetch(url('aged/logs'), { headers: { accept: 'text/event-stream' } });
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value!;
  await gateway.client.deleteStored(STREAMS.taskLogs, last);
  for (let next = await reader.read(); !next.done; next = await reader.read()) text = text.slice(-1_000) + next.value;
  expect(text).toMatch(/event: end\ndata: {"task_id":"aged","state":"SUCCESS"}/);
});

it('reads a log from NATS no faster than its client reads from the gateway', async () => {
  await gateway.tasks.put('slow', ended('slow', new Date()));
  // More than the sockets between the two hold.
  for (let line = 0; line < 600; line++) await gateway.client.publish(logSubject('slow'), 'x'.repeat(100_000));
  const { connection } = gateway.context.get(NatsClient);
  const before = connection.stats().inBytes;
  const gone = new AbortController();
  const { body } = await fetch(url('slow/logs'), { headers: { accept: 'text/event-stream' }, signal: gone.signal });
  const reader = body!.getReader();
  await reader.read();
  let last = 0;
  let same = 0;
  await eventually('that hardly anything more comes from NATS', () => {
    const now = connection.stats().inBytes - before;
    // Linux grows the sockets' buffers little by little: 134 kB each third of a second were seen.
    same = now > 1_000_000 && now - last < 1_000_000 ? same + 1 : 0;
    last = now;
    return same === 20;
  });
  expect(last).toBeLessThan(40_000_000);
  gone.abort();
  await expect(reader.read()).rejects.toThrow(/abort/);
});

it('refuses invalid requests', async () => {
  expectProblem(await gateway.get('tasks/nobody/logs'), 404, /There is no task nobody/);
  expectProblem(await gateway.get('tasks/read/logs?limit=0'), 400, /limit must be/);
  expectProblem(await gateway.get('tasks/read/logs?last_event_id=x'), 400, /last_event_id must be/);
  const headers = { accept: 'text/event-stream', 'last-event-id': 'x' };
  expectProblem(await gateway.ask('/api/v1/tasks/read/logs', { headers }), 400, /last_event_id must be/);
});

it('leaves no reader behind when its client is gone', async () => {
  await gateway.tasks.put('left', task('left', { state: 'STARTED' }));
  await say('left', 'one');
  expect(await readEvents(url('left/logs'), () => true)).toHaveLength(1);
  await eventually('that no reader is left', async () => {
    const { state } = await gateway.client.manager.streams.info(STREAMS.taskLogs);
    return state.consumer_count === 0;
  });
});
