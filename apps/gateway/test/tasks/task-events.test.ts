import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { readEvents, type ReceivedEvent } from '../read-events.js';
import { ended, task } from './task-samples.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

const put = (id: string, state: 'STARTED' | 'SUCCESS', chamber: 'house' | 'senate' = 'house'): Promise<number> =>
  gateway.tasks.put(id, state === 'SUCCESS' ? ended(id, new Date(), { chamber }) : task(id, { state, chamber }));
const follow = (query: string, isLast: (event: ReceivedEvent) => boolean, write: () => Promise<unknown>, id?: string) =>
  readEvents(
    `${gateway.url}/api/v1/tasks/events${query}`,
    isLast,
    id === undefined ? {} : { 'last-event-id': id },
    async () => void (await write()),
  );
const isDone = ({ data }: ReceivedEvent): boolean => data.state === 'SUCCESS';
const inWords = ({ event, data }: ReceivedEvent): string => (event === 'task' ? `${data.id} ${data.state}` : event);

it('sends each change from now on, and to a client that reconnects what it missed', async () => {
  await put('old', 'STARTED');
  const events = await follow('', isDone, async () => {
    await put('a', 'STARTED');
    await put('a', 'SUCCESS');
  });
  expect(events.map(inWords)).toEqual(['ready', 'a STARTED', 'a SUCCESS']);
  await put('b', 'STARTED');
  const missed = await follow('', isDone, () => put('b', 'SUCCESS'), events[1]!.id);
  expect(missed.map(inWords)).toEqual(['ready', 'a SUCCESS']);
  const rest = await follow(`?last_event_id=${missed[1]!.id}`, isDone, () => Promise.resolve());
  expect(rest.map(inWords)).toEqual(['ready', 'b STARTED', 'b SUCCESS']);
});

it('sends only what matches', async () => {
  const events = await follow('?chamber=senate&name=scrape&state=SUCCESS', isDone, async () => {
    await put('house-task', 'SUCCESS');
    await put('senate-task', 'STARTED', 'senate');
    await put('senate-task', 'SUCCESS', 'senate');
  });
  expect(events.map(inWords)).toEqual(['ready', 'senate-task SUCCESS']);
});

it('begins now if the id is from a server that lost its data, and skips what is not a state', async () => {
  const events = await follow(
    '',
    isDone,
    async () => {
      await gateway.client.publish('$KV.tasks.damaged', 'no JSON');
      await gateway.tasks.remove('damaged');
      await put('c', 'SUCCESS');
    },
    '999999',
  );
  expect(events.map(inWords)).toEqual(['ready', 'c SUCCESS']);
});

it('refuses unknown filters and ids', async () => {
  expectProblem(await gateway.get('tasks/events?state=DONE'), 400, /state must be one of/);
  expectProblem(await gateway.get('tasks/events?last_event_id=-1'), 400, /last_event_id must be/);
});
