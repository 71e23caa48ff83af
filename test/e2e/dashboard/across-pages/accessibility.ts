import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { byTier, describeAll } from '#rotunda/testing';
import type { AxeResults, Result } from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from '../dashboard-stack.js';
import type { KeyedGateway } from './keyed-gateway.js';
import { addressOf, isSettled, PATHS } from './pages.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Waits until no colour fades into another. */
const FADED = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))
  .then(() => undefined)`;
const MOST_USED = ['/', '/tasks', '/tasks/$id', '/schedules', '/members/$bioguide'];
const PHONE = { width: 390, height: 844 };

export function describeAccessibility(stack: () => DashboardStack, keyed: () => KeyedGateway): void {
  describe('a screen reader', () => {
    it.each(byTier({ enough: MOST_USED, all: PATHS }))('gets along with %s', async (path) => {
      const page = await openSettled(stack(), keyed(), path);
      expect(await faultsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate(FADED);
      // Colours are what differs.
      expect(await faultsOf(page, byTier({ enough: ['color-contrast'], all: undefined }))).toEqual([]);
      await page.context().close();
    });
  });

  describeAll('on a phone', () => {
    it.each(PATHS)('%s needs no scrolling sideways, and axe finds nothing', async (path) => {
      const page = await openSettled(stack(), keyed(), path, PHONE);
      const root = 'document.documentElement';
      expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    });
  });
}

async function openSettled(
  stack: DashboardStack,
  keyed: KeyedGateway,
  path: string,
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const baseURL = path === '/sign-in' ? keyed.url : stack.url;
  const page = await stack.open(await addressOf(stack, path), {
    baseURL,
    viewport,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await isSettled(page);
  return page;
}

/** What axe calls serious or critical: each with its places. @param rules all, if not set */
async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(describeFault);
}

const describeFault = ({ id, help, nodes }: Result): string =>
  [`${id}: ${help}`, ...nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`)].join('\n  ');
