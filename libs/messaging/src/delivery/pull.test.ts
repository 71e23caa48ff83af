import { consumerName, STREAMS } from '#rotunda/contracts';
import { startTestNats } from '#rotunda/testing';
import { expect, it, onTestFinished } from 'vitest';
import { pullOne } from './pull.js';

it('counts an empty queue as an answer, each time', async () => {
  const nats = await startTestNats();
  onTestFinished(() => nats.stop());
  const consumer = await nats.client.jetstream.consumers.get(STREAMS.tasks, consumerName('house', 'scrape'));
  for (let pull = 0; pull < 3; pull++)
    expect(await pullOne(consumer, new AbortController().signal)).toEqual({ message: null, answered: true });
});
