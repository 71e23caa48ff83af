import { strict as assert } from 'node:assert';
import type { Chamber } from '#rotunda/domain';
import type { ComposeStack } from './compose-stack.js';
import { docker } from './docker-command.js';
import type { GatewayApi } from './gateway-api.js';
import { scraperOf } from './stand-in.js';
import { step } from './steps.js';

/** Filings between two kills: the scrape must have continued since the last one. */
const FILINGS_BETWEEN_KILLS = 3;

/**
 * Kills one container of each service in the middle of the scrapes, one after the other, and starts it again. A scraper
 * is killed while it works on its own chamber's task, the others while the first chamber's task runs.
 */
export async function killEachInTheMiddle(
  stack: ComposeStack,
  api: GatewayApi,
  tasks: ReadonlyMap<Chamber, string>,
): Promise<void> {
  const [first] = tasks.keys();
  const scrapers = [...tasks.keys()].map((chamber) => ({ service: scraperOf(chamber), chamber }));
  const others = ['nats', 'postgres', 'gateway', 'scheduler'].map((service) => ({ service, chamber: first! }));
  for (const { service, chamber } of [...scrapers, ...others]) {
    const id = tasks.get(chamber)!;
    const before = await doneOnceStarted(api, id);
    await step(
      `${service} is killed after ${before} of the ${chamber}’s filings, and the scrape continues`,
      async () => {
        await kill(stack, service);
        await goesOn(api, id, before);
      },
    );
  }
}

async function doneOnceStarted(api: GatewayApi, id: string): Promise<number> {
  const { progress } = await api.taskWhen(
    'the scrape to make progress',
    id,
    ({ state, progress: { done } }) => state === 'STARTED' && done >= FILINGS_BETWEEN_KILLS,
  );
  return progress.done;
}

async function goesOn(api: GatewayApi, id: string, before: number): Promise<void> {
  const reached = before + FILINGS_BETWEEN_KILLS;
  await api.taskWhen(
    `filing ${reached}`,
    id,
    ({ state, progress: { done } }) => state === 'STARTED' && done >= reached,
  );
}

/** Docker treats `docker kill` as the operator's wish, so no restart policy applies: the test starts it again. */
async function kill(stack: ComposeStack, service: string): Promise<void> {
  const container = (await stack.containers()).find((one) => one.service === service);
  assert.ok(container, `${service} is not running`);
  await docker(['kill', container.id]);
  await docker(['start', container.id]);
}
