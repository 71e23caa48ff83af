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

/** With a task in place of `$id`. */
export const addressOf = async (stack: DashboardStack, path: string): Promise<string> =>
  path.includes('$id') ? path.replace('$id', await newestTask(stack)) : path;

async function newestTask(stack: DashboardStack): Promise<string> {
  const { data } = await stack.ask<{ data: { id: string }[] }>('tasks?limit=1');
  return data[0]!.id;
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
