import { eventually } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from '../dashboard-stack.js';
import type { KeyedGateway } from './keyed-gateway.js';
import { isMarked, isSettled, mark } from './pages.js';
import { rowOf, startCheck } from './tasks.js';

export function describeOutages(stack: () => DashboardStack, other: () => KeyedGateway): void {
  describe('a page that loses', () => {
    it('the gateway says so, and goes on without a gap and without a reload', async () => {
      const { key } = await other().makeKey('act');
      const page = await stack().open('/tasks');
      await isSettled(page);
      await mark(page);
      const id = await whileAway(stack(), 'apps/gateway/src/main.js', async () => {
        await page.getByText('The gateway does not answer.').waitFor();
        return other().startCheck(key);
      });
      await rowOf(page, id).getByText('SUCCESS').waitFor();
      await page.getByText('The gateway does not answer.').waitFor({ state: 'detached' });
      expect(await isMarked(page)).toBe(true);
      await page.context().close();
    });

    it('NATS says so, and goes on', async () => {
      const page = await stack().open('/tasks');
      await isSettled(page);
      await mark(page);
      await page.evaluate(NOTE_NOTICE);
      await whileAway(stack(), 'nats-server', () =>
        eventually('the notice', () => page.evaluate<boolean>('window.hasSaidAway === true')),
      );
      await page.getByText('NATS is away').waitFor({ state: 'detached' });
      const id = await eventually('a gateway that takes commands', () => startCheck(stack()).catch(() => null));
      await rowOf(page, id).getByText('SUCCESS').waitFor();
      expect(await isMarked(page)).toBe(true);
      await page.context().close();
    });
  });
}

/** NATS may be back before a look at the page finds the notice: the page notes it. */
const NOTE_NOTICE = `
  new MutationObserver(() => {
    if (document.body.textContent.includes('NATS is away')) window.hasSaidAway = true;
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
`;

/** Kills a process of the stack; its supervisor starts it again. */
async function whileAway<T>({ command }: DashboardStack, program: string, work: () => Promise<T>): Promise<T> {
  const killed = (await command.pidOf(program))!;
  process.kill(killed, 'SIGKILL');
  const result = await work();
  await eventually(`${program} is back`, async () => {
    const pid = await command.pidOf(program);
    return pid !== null && pid !== killed;
  });
  return result;
}
