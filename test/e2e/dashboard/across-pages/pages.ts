import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { DashboardStack } from '../dashboard-stack.js';

const FOLDER = fileURLToPath(new URL('../../../../apps/dashboard/src/pages', import.meta.url));
const ROUTES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => /\broute\.ts$/.test(file));

/** The address of every page, as its route has it: a new page is among them by itself. */
export const PATHS = ROUTES.map((file) => {
  const [, path] = /\bpath: '([^']+)'/.exec(readFileSync(`${FOLDER}/${file}`, 'utf8')) ?? [];
  if (path === undefined) throw new Error(`${file} has no path`);
  return path;
});

type Asked = Pick<DashboardStack, 'ask'>;

/** With a task, a filing, a member or a ticker in place of `$…`. */
export async function addressOf(stack: Asked, path: string): Promise<string> {
  const [, name] = /(\$\w+)$/.exec(path) ?? [];
  return name === undefined ? path : path.replace(name, encodeURIComponent(await EXAMPLES[path]!(stack)));
}

/** What pages are about whose address names one thing. */
const EXAMPLES: Record<string, (stack: Asked) => Promise<string>> = {
  '/tasks/$id': (stack) => firstOf(stack, 'tasks?limit=1', 'id'),
  '/filings/$id': (stack) => firstOf(stack, 'filings?status=parsed&limit=1', 'id'),
  '/tickers/$ticker': (stack) => firstOf(stack, 'tickers?limit=1', 'ticker'),
  // Of those who traded the same: who traded most.
  '/members/$bioguide': async (stack) => {
    const ticker = encodeURIComponent(await firstOf(stack, 'tickers?limit=1', 'ticker'));
    const { filers } = await stack.ask<{ filers: { bioguide: string | null }[] }>(`tickers/${ticker}`);
    return filers.find(({ bioguide }) => bioguide !== null)!.bioguide!;
  },
};

async function firstOf<Field extends string>(stack: Asked, list: string, field: Field): Promise<string> {
  const { data } = await stack.ask<{ data: Record<Field, string>[] }>(list);
  return data[0]![field];
}

/** All that it fetches first is there: no skeleton is left. */
export async function isSettled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // It fetches nothing, and shows what a skeleton looks like.
  if (page.url().endsWith('/tokens')) return;
  await page.locator('[aria-label="Loading"], [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** A reload would lose it. */
export const mark = (page: Page): Promise<unknown> => page.evaluate('window.isSameDocument = true');
export const isMarked = (page: Page): Promise<boolean> => page.evaluate('window.isSameDocument === true');
