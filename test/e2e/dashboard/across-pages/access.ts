import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from '../dashboard-stack.js';
import type { KeyedGateway } from './keyed-gateway.js';
import { isSettled } from './pages.js';

export function describeAccess(stack: () => DashboardStack, gateway: () => KeyedGateway): void {
  describe('where a key is needed', () => {
    it('a wrong one is refused, and a right one leads to the page that was asked for', async () => {
      const { key } = await gateway().makeKey('look');
      const page = await stack().open('/workers', { baseURL: gateway().url });
      await gateway().signIn(page, `${key.slice(0, -4)}AAAA`);
      await page.getByRole('alert').waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await gateway().signIn(page, key);
      await page.getByRole('heading', { name: 'Workers', level: 1 }).waitFor();
      await page.context().close();
    });

    it('whoever may look only gets no button that acts, and is refused what they ask for by hand', async () => {
      const { key } = await gateway().makeKey('look');
      const page = await gateway().open('/sites', key);
      await page.getByRole('heading', { name: 'Sites', level: 1 }).waitFor();
      await isSettled(page);
      expect(await page.getByRole('link', { name: 'Run a task' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: /pause|resume/i }).count()).toBe(0);
      const refused = await page.evaluate(`
        fetch('/api/v1/sites/house/pause', { method: 'POST' })
          .then(async (answer) => ({ status: answer.status, ...(await answer.json()) }))
      `);
      expect(refused).toMatchObject({ status: 403, needed_role: 'act', detail: expect.any(String) });
      await page.context().close();
    });

    it('a session that has expired leads to the sign-in, and back', async () => {
      const { key } = await gateway().makeKey('look');
      const page = await gateway().open('/schedules', key);
      await page.getByRole('heading', { name: 'Schedules', level: 1 }).waitFor();
      // What the browser does when the session's twelve hours are over.
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'Tasks', exact: true }).click();
      await page.getByRole('heading', { name: /sign in/i }).waitFor();
      await gateway().signIn(page, key);
      await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/tasks');
      await page.context().close();
    });

    itAll('a key that is revoked ends what its user sees', async () => {
      const { id, key } = await gateway().makeKey('act');
      const page = await gateway().open('/tasks', key);
      await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
      await isSettled(page);
      await gateway().revoke(id);
      await page.getByRole('heading', { name: /sign in/i }).waitFor();
      expect(await page.getByRole('row').count()).toBe(0);
      await page.context().close();
    });
  });
}
