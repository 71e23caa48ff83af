import { readFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { PersistenceModule } from '#rotunda/persistence';
import { itAll } from '#rotunda/testing';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { listedFiling, parsedRow, seed } from '../../../../apps/gateway/test/disclosures/review-samples.js';
import { scan, scanRow, SHEET } from '../../../../libs/persistence/test/sample-scans.js';
import { isMarked, isSettled, mark } from '../across-pages/pages.js';
import { startCheck } from '../across-pages/tasks.js';
import type { DashboardStack } from '../dashboard-stack.js';

interface Filing {
  id: string;
  notice: string;
  transactions: { amount_raw: string; asset_name_raw: string }[];
}

export function describeFilingsPages(stack: () => DashboardStack): void {
  describe('the pages of the filings', () => {
    it('lead from the newest one, by the keyboard, to the document’s words and the document', async () => {
      await stack().command.says(/Done in/);
      const page = await stack().open('/filings?status=parsed');
      await isSettled(page);
      await page.keyboard.press('j');
      await page.getByRole('grid').locator('[data-index="0"]:focus').press('Enter');
      await page.waitForURL(/\/filings\/[0-9a-f-]{36}$/);
      const filing = await stack().ask<Filing>(new URL(page.url()).pathname.slice(1));
      const table = page.getByRole('table', { name: 'Trades of the filing' });
      await table.getByText(filing.transactions[0]!.amount_raw, { exact: true }).first().waitFor();
      expect(await table.getByRole('row').count()).toBe(filing.transactions.length + 1);
      const archived = await page.getByRole('link', { name: 'As it was archived' }).getAttribute('href');
      expect((await page.request.get(archived!)).status()).toBe(200);
      await page.getByText(filing.notice, { exact: true }).waitFor();
      await page.context().close();
    });

    itAll('show one that comes in, without a reload', async () => {
      const page = await stack().open('/filings?member=latecomer');
      await page.getByText('No filing matches.').waitFor();
      await mark(page);
      await storeFiling(stack(), LATECOMER);
      // What a scrape does: its task moves.
      await startCheck(stack());
      await page.getByRole('link', { name: '2025-03-20' }).click();
      await page.getByText('Example 1 Corp (EXA) [ST]').waitFor();
      expect(await isMarked(page)).toBe(true);
      await page.context().close();
    });

    itAll('show the sheets of a scan beside what was read on them, and what waits for a person', async () => {
      await storeFiling(stack(), SCANNED);
      const [scanned] = (await stack().ask<{ data: { id: string }[] }>('filings?member=scanned&limit=1')).data;
      const page = await stack().open(`/filings/${scanned!.id}`);
      const sheet = page.getByRole('region', { name: 'Sheet 1', exact: true });
      await sheet.getByText('Waits for a person').waitFor();
      await sheet.getByText('Doubtful: traded 60 %, amount 60 %').waitFor();
      await expect.poll(() => sheet.getByRole('img').evaluate(widthOf)).toBe(WIDTH);
      expect(await sheet.getByRole('listitem').count()).toBe(2);
      await page.context().close();
    });

    itAll('show the pages of a paper filing, and say that there is none of an unknown id', async () => {
      const [paper] = (await stack().ask<{ data: { id: string }[] }>('filings?format=paper&limit=1')).data;
      const page = await stack().open(`/filings/${paper!.id}`);
      const sheet = page.getByRole('link', { name: 'Page 1', exact: true });
      expect((await page.request.get((await sheet.getAttribute('href'))!)).status()).toBe(200);
      await page.goto('/filings/4711');
      await page.getByText('There is no filing with this id.').waitFor();
      await page.context().close();
    });
  });
}

/** Of nobody: filer and asset are invented. */
const LATECOMER = {
  filing: listedFiling('29999998', { filerNameRaw: 'Testina Latecomer' }),
  transactions: [parsedRow(1)],
};

const [WIDTH, HEIGHT] = [640, 480];
const SCAN = scan([scanRow(1)], [scanRow(2, ['traded_on', 'amount'])], undefined, {
  sheets: [
    { ...SHEET, picture: encode({ width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT), channels: 1 }) },
  ],
});
const SCANNED = {
  filing: listedFiling('8999999', { filerNameRaw: 'Testina Scanned' }),
  ...{ transactions: [], sheets: 1, scan: SCAN },
};
const widthOf = (image: unknown): number => (image as { naturalWidth: number }).naturalWidth;

async function storeFiling({ folder }: DashboardStack, filing: Parameters<typeof seed>[1]): Promise<void> {
  const databaseUrl = (await readFile(`${folder}/secrets/database-url`, 'utf8')).trim();
  const persistence = PersistenceModule.forRoot({ databaseUrl, poolSize: 1, applicationName: 'test' });
  const owner = await NestFactory.createApplicationContext(persistence, { logger: false });
  await seed({ owner }, filing);
  await owner.close();
}
