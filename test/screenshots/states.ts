import { eventually } from '#rotunda/testing';
import { dataSourceOptions } from '#rotunda/persistence';
import { DataSource } from 'typeorm';
import type { Installation } from './installation.js';
import { INVENTED_RUNS, INVENTED_SAMPLES } from './invented-history.js';

/** Scraped before; what is later remains for the tasks that run in the pictures, and a gap in the coverage. */
const SCRAPED = { start_date: '2012-07-25', end_date: '2025-06-30' };
const RUNNING = { start_date: '2025-07-01', end_date: '2026-06-30' };

/** The tasks that pages are shown of. */
export interface Shown {
  failed: string;
  running: string;
}

/** Brings the installation into the states that a dashboard is for. */
export async function arrange(installation: Installation): Promise<Shown> {
  const { task_id: scrape } = await installation.ask<{ task_id: string }>('tasks/scrape/all', SCRAPED);
  await becomes(installation, scrape, 'SUCCESS');
  await invent(installation);
  await installation.ask('schedules/weekly/pause', {});
  const failed = await fail(installation);
  await wait(installation);
  return { failed, running: await run(installation) };
}

async function invent(installation: Installation): Promise<void> {
  const databaseUrl = await installation.databaseUrl();
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl, poolSize: 1 })).initialize();
  const { workers } = await installation.ask<{ workers: { name: string; chamber: string }[] }>('workers');
  const names = workers.map(({ name, chamber }) => ({ worker: name, chamber }));
  await dataSource.query(INVENTED_RUNS);
  await dataSource.query(INVENTED_SAMPLES, [JSON.stringify(names)]);
  await dataSource.destroy();
}

/** Fails for good, with evidence and a dead letter. */
async function fail(installation: Installation): Promise<string> {
  await installation.setFaults('house', [{ kind: 'changed_layout' }]);
  const task = await scrape(installation, 'house', { start_date: '2026-03-01', end_date: '2026-03-31' });
  await becomes(installation, task, 'FAILURE');
  return task;
}

/** Waits for its retry. */
async function wait(installation: Installation): Promise<void> {
  await installation.setFaults('house', [{ kind: 'overloaded' }]);
  const task = await scrape(installation, 'house', { start_date: '2026-04-01', end_date: '2026-04-30' });
  await becomes(installation, task, 'RETRY');
}

/** Runs for as long as the pictures take. */
async function run(installation: Installation): Promise<string> {
  for (const chamber of ['house', 'senate'] as const)
    await installation.setFaults(chamber, [{ kind: 'slow', delayMs: 4_000 }]);
  const tasks = [await scrape(installation, 'house', RUNNING), await scrape(installation, 'senate', RUNNING)];
  for (const task of tasks) {
    await eventually('some progress', async () => {
      const { progress } = await installation.ask<{ progress: { done: number } }>(`tasks/${task}`);
      return progress.done > 2;
    });
  }
  return tasks[0]!;
}

const scrape = async (installation: Installation, chamber: string, body: object): Promise<string> =>
  (await installation.ask<{ task_id: string }>(`tasks/scrape/${chamber}`, body)).task_id;

const becomes = (installation: Installation, task: string, wanted: string): Promise<boolean> =>
  eventually(
    `${task} to be ${wanted}`,
    async () => (await installation.ask<{ state: string }>(`tasks/${task}`)).state === wanted,
    600_000,
  );
