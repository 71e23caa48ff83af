import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { addressOf, isSettled } from '../across-pages/pages.js';
import type { DashboardStack } from '../dashboard-stack.js';

interface Ticker {
  ticker: string;
  totals: { all: { trades: number } };
  filers: { bioguide: string | null; name: string }[];
}

export function describeTickersPages(stack: () => DashboardStack): void {
  describe('the pages of the tickers', () => {
    it('lead from the most traded one to who traded it', async () => {
      await stack().command.says(/Done in/);
      const path = await addressOf(stack(), '/tickers/$ticker');
      const { ticker, totals, filers } = await stack().ask<Ticker>(path.slice(1));
      const member = filers.find(({ bioguide }) => bioguide !== null)!;
      const page = await stack().open('/tickers');
      await page.getByRole('link', { name: ticker, exact: true }).click();
      await page.getByRole('heading', { name: ticker, level: 1 }).waitFor();
      await isSettled(page);
      await page.getByRole('slider', { name: new RegExp(`^${totals.all.trades} trades? by month`) }).waitFor();
      await page.getByRole('grid', { name: 'Who traded it' }).getByRole('link', { name: member.name }).first().click();
      await page.getByRole('heading', { name: member.name, level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/members/${member.bioguide}`);
      await page.context().close();
    });

    it('know a ticker with a slash as one', async () => {
      const page = await stack().open('/tickers/QQ%2FQ');
      await page.getByText('No trade of QQ/Q is known.').waitFor();
      await page.getByRole('link', { name: /^Tickers and assets/ }).click();
      await page.getByText('No trade with a ticker matches.').waitFor();
      expect(await page.getByLabel('Search').inputValue()).toBe('QQ/Q');
      await page.context().close();
    });

    itAll('have the filters in the address', async () => {
      const page = await stack().open('/tickers?search=a&filed_from=2025-01-01');
      await isSettled(page);
      expect(await page.getByLabel('Filed from').inputValue()).toBe('2025-01-01');
      const { data } = await stack().ask<{ data: { ticker: string }[] }>('tickers?search=a&filed_from=2025-01-01');
      await page.getByRole('link', { name: data[0]!.ticker, exact: true }).waitFor();
      await page.context().close();
    });
  });
}
