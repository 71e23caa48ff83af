import { eventually } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, GatewayUnderTest } from '../gateway-under-test.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

const entries = async (query: string): Promise<Answer['body'][]> => (await gateway.get(`audit?${query}`)).body.data;

it('a command from the bus is in the trail once, from nobody known; others are not', async () => {
  const { body: ours } = await gateway.post('tasks/check/house', {});
  await gateway.client.publish('tasks.house.scrape', '{"days_back": 4}');
  await gateway.client.publish('tasks.house.check', '', {
    messageId: 'mine-1',
    header: { 'Rotunda-Task-Id': 'mine', 'Rotunda-Source': 'nobody', Authorization: 'hunter2' },
  });
  await eventually('both to be written', async () => (await entries('actor=bus')).length === 2);
  expect(await entries('target=mine')).toEqual([
    expect.objectContaining({
      ...{ actor_kind: 'bus', actor_id: null, actor_name: null, role: null, source: 'bus', address: null },
      ...{ action: 'task.check', result: 'ok', status: null },
      params: {
        chamber: 'house',
        stream_seq: 3,
        headers: { 'Rotunda-Task-Id': 'mine', 'Rotunda-Source': 'nobody', 'Nats-Msg-Id': 'mine-1' },
      },
    }),
  ]);
  expect(await entries('actor=bus&action=task.scrape')).toMatchObject([{ params: { days_back: 4, stream_seq: 2 } }]);

  // Neither its later changes nor a retry over REST are another command from the bus.
  await gateway.post('tasks/cancel/mine');
  await gateway.post('tasks/mine/retry');
  await eventually('the retry to be recorded', async () => {
    const { data } = (await gateway.get('tasks?limit=10')).body;
    return data.find(({ id }: { id: string }) => id === 'mine')?.run === 2;
  });
  await eventually('a later command to be written', async () => {
    await gateway.client.publish('tasks.senate.check', '', {
      messageId: 'last',
      header: { 'Rotunda-Task-Id': 'last' },
    });
    return (await entries('target=last')).length === 1;
  });
  expect((await entries('target=mine')).map(({ source, action }) => `${source} ${action}`)).toEqual([
    'rest task.retry',
    'rest task.cancel',
    'bus task.check',
  ]);
  expect(await entries(`target=${ours.task_id}`)).toMatchObject([{ source: 'rest' }]);
});
