import { readFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { NatsClient } from '#rotunda/messaging';
import { PersistenceModule } from '#rotunda/persistence';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { listedFiling, parsedRow, seed } from '../../../../apps/gateway/test/disclosures/review-samples.js';
import type { DashboardStack } from '../dashboard-stack.js';
import { addressOf, isSettled } from './pages.js';

const HOSTILE = '<img src=x onerror="window.isTaken = true">';
const HOSTILE_ERROR: unknown = expect.stringContaining(HOSTILE);

export function describeHostileText(stack: () => DashboardStack): void {
  describe('text that is meant to run', () => {
    it('is text, in an asset’s name, a reason and an error', async () => {
      await storeTrade(stack());
      await publishCommand(stack());
      await stack().ask('sites/house/pause', { reason: HOSTILE });
      for (const path of ['/', '/sites', '/tasks?state=FAILURE', '/tasks/$id', '/dead-letters']) {
        const page = await stack().open(await addressOf(stack(), path));
        await isSettled(page);
        expect(await isShown(page), path).toBe(true);
        expect(await isTaken(page), path).toBe(false);
        await page.context().close();
      }
      await stack().ask('sites/house/resume', {});
    });
  });
}

const isShown = (page: Page): Promise<boolean> =>
  page
    .getByText(HOSTILE)
    .first()
    .waitFor()
    .then(
      () => true,
      () => false,
    );

const isTaken = (page: Page): Promise<boolean> =>
  page.evaluate(`'isTaken' in window || document.querySelector('img[src="x"]') !== null`);

/** Of nobody: filer and asset are invented. */
async function storeTrade({ folder }: DashboardStack): Promise<void> {
  const databaseUrl = (await readFile(`${folder}/secrets/database-url`, 'utf8')).trim();
  const persistence = PersistenceModule.forRoot({ databaseUrl, poolSize: 1, applicationName: 'test' });
  const owner = await NestFactory.createApplicationContext(persistence, { logger: false });
  await seed({ owner }, { filing: listedFiling('29999999'), transactions: [parsedRow(1, { assetName: HOSTILE })] });
  await owner.close();
}

/** A command with a field that nobody knows fails, and names the field. Of a chamber that is paused it would wait. */
async function publishCommand(stack: DashboardStack): Promise<void> {
  const client = await NatsClient.connect(/nats:\/\/\S+/.exec(stack.command.stdout)![0], 'test');
  await client.publish('tasks.house.scrape', JSON.stringify({ [HOSTILE]: HOSTILE }));
  await client.close();
  const failures = (): Promise<{ data: object[] }> => stack.ask('tasks?state=FAILURE&chamber=house');
  await expect.poll(failures, { timeout: 30_000 }).toMatchObject({ data: [{ error: { message: HOSTILE_ERROR } }] });
}
