import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKETS, type TaskState } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { eventually } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { ended, task } from './task-samples.js';

const DEEP = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;

let gateway: GatewayUnderTest;
let runs: TaskRuns;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  runs = gateway.context.get(TaskRuns, { strict: false });
});
afterAll(() => gateway.stop());

const write = (id: string, text: string) => gateway.client.publish(`$KV.${BUCKETS.tasks}.${id}`, text);
const listed = async (): Promise<string[]> => (await gateway.get('tasks')).body.data.map(({ id }: TaskState) => id);

/** As `nats kv put tasks x '{}'` does. */
describe('a value in KV tasks written by hand', () => {
  it.each([
    ['no-json', 'garbage'],
    ['empty', '{}'],
    ['null', 'null'],
    ['no-instant', JSON.stringify({ ...task('no-instant'), times: { queued: 'now', started: null, finished: null } })],
    ['deep', DEEP],
    ['of-another', JSON.stringify(task('another'))],
  ])('keeps no other task from being shown and recorded: %s', async (id, text) => {
    await write(id, text);
    const next = ended(`after-${id}`, new Date());
    await gateway.tasks.put(next.id, next);
    await eventually('the next task in the history', async () => (await runs.find(next.id)) !== null);
    await eventually('the next task in the list', async () => (await listed()).includes(next.id));
    expect(await listed()).not.toContain(id);
    expect(await gateway.get('tasks/stats')).toMatchObject({ status: 200 });
    expectProblem(await gateway.get(`tasks/${id}`), 404, /There is no task/);
    expectProblem(await gateway.post(`tasks/cancel/${id}`), 404, /There is no task/);
  });

  it('removes its task from the lists until the task is written again', async () => {
    await gateway.tasks.put('once', ended('once', new Date()));
    await eventually('its record', async () => (await runs.find('once')) !== null);
    await write('once', 'garbage');
    expect(await gateway.get('tasks/once')).toMatchObject({ status: 200, body: { state: 'SUCCESS' } });
    expect(await gateway.post('tasks/once/retry')).toMatchObject({ status: 202 });
    expect((await gateway.tasks.get('once'))!.value).toMatchObject({ state: 'PENDING', run: 2 });
  });

  it('is repaired by a command with its id', async () => {
    await write('again', '{}');
    await gateway.client.publish('tasks.house.check', '{}', { header: { 'Rotunda-Task-Id': 'again' } });
    await eventually('the task', async () => (await gateway.get('tasks/again')).status === 200);
    expect(await gateway.get('tasks/again')).toMatchObject({ body: { state: 'PENDING', name: 'check' } });
  });

  it('is not sent to those who follow the changes', async () => {
    const { last } = await gateway.client.storedRange(`KV_${BUCKETS.tasks}`);
    await write('seen', '{}');
    await gateway.tasks.put('sound', task('sound'));
    const stop = new AbortController();
    const { body } = await fetch(`${gateway.url}/api/v1/tasks/events?last_event_id=${last}`, { signal: stop.signal });
    let text = '';
    for await (const part of body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      if (text.includes('"sound"')) break;
    }
    stop.abort();
    expect(text).not.toContain('data: {}');
  });
});
