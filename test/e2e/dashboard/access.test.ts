import { describeAll } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearing, makeKey } from '../../../apps/gateway/test/access/keyed-gateway.js';
import { KeyedDashboard, PASSWORD, signInWithKey } from './keyed-dashboard.js';

let dashboard: KeyedDashboard;
beforeAll(async () => {
  dashboard = await KeyedDashboard.start();
  for (const code of ['SiteBlocked', 'LayoutChanged', 'LayoutChanged']) await publishLetter(code);
});
afterAll(() => dashboard.stop());

let letters = 0;
async function publishLetter(code: string): Promise<void> {
  letters += 1;
  const letter = {
    ...{ v: 1, task_id: `dead-${letters}`, run: 1, subject: 'tasks.house.scrape', stream_seq: letters, attempts: 4 },
    ...{ body: '{"days_back":7}', error: { code, message: '<img src=x onerror=alert(1)>' } },
    died_at: new Date().toISOString(),
  };
  await dashboard.keyed.gateway.client.publish('dead.house.scrape', JSON.stringify(letter));
}

describeAll('signing in', () => {
  it('leads back, and shows a reader no button that is not theirs', async () => {
    const page = await dashboard.open('/dead-letters?code=SiteBlocked');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('This password is wrong.').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('1 dead letter', { exact: true }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: '/dead-letters', search: '?code=SiteBlocked' });
    const links = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(links).toContain('Dead letters 3');
    expect(links).not.toEqual(expect.arrayContaining([expect.stringMatching(/Run|Keys|Audit/)]));
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    const replay = "fetch('/api/v1/tasks/dead-letters/replay', { method: 'POST' }).then(({ status }) => status)";
    expect(await page.evaluate(replay)).toBe(403);
    await page.goto('/audit');
    await page.getByText('This page needs the role admin.').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Rotunda' }).waitFor();
    await page.context().close();
  });

  it('is asked for again once the key is revoked, without losing the place', async () => {
    const { gateway } = dashboard.keyed;
    const key = await makeKey(gateway, 'act');
    const page = await dashboard.open('/schedules?new=true');
    await signInWithKey(page, ` ${key.text} `);
    await page.getByRole('dialog', { name: 'New schedule' }).waitFor();
    const headers = bearing(dashboard.keyed.keys.admin.text);
    await gateway.ask(`/api/v1/keys/${key.id}`, { method: 'DELETE', headers });
    await signInWithKey(page, (await makeKey(gateway, 'act')).text);
    await page.getByRole('dialog', { name: 'New schedule' }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: '/schedules', search: '?new=true' });
    await page.context().close();
  });
});

describe('an admin', () => {
  it('makes a key, sees it once, revokes it, and finds both in the trail', async () => {
    const page = await dashboard.open('/keys');
    await signInWithKey(page, dashboard.keyed.keys.admin.text);
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByLabel('Name').fill('night report');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const text = await page.getByText(/^rtd_/).textContent();
    const { gateway } = dashboard.keyed;
    expect(await gateway.ask('/api/v1/trades', { headers: bearing(text!) })).toMatchObject({ status: 200 });
    await page.getByRole('button', { name: 'Done' }).click();
    await page
      .getByRole('row', { name: /night report/ })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('row', { name: /night report.*Revoked/ }).waitFor();
    expect(await gateway.ask('/api/v1/trades', { headers: bearing(text!) })).toMatchObject({ status: 401 });
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByLabel('What', { exact: true }).selectOption('key.make');
    await page.getByRole('row', { name: /key\.make/ }).click();
    await page.getByRole('dialog', { name: 'key.make' }).getByText('night report').waitFor();
    expect(await page.getByRole('dialog', { name: 'key.make' }).textContent()).not.toContain('rtd_');
    await page.context().close();
  });

  it('replays all dead letters that match, after their number was said, and deletes one', async () => {
    const page = await dashboard.open('/dead-letters');
    await signInWithKey(page, dashboard.keyed.keys.admin.text);
    await page.getByLabel('Reason').selectOption('LayoutChanged');
    await page.getByText('2 dead letters', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Replay all that match' }).click();
    await page.getByRole('button', { name: 'Replay 2 dead letters' }).click();
    await page.getByText('2 tasks queued.').waitFor();
    await page.getByLabel('Reason').selectOption('');
    await page.getByRole('row', { name: /SiteBlocked <img/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('dialog', { name: /^Delete/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByRole('link', { name: 'Dead letters 2' }).waitFor();
    const headers = bearing(dashboard.keyed.keys.admin.text);
    const { body } = await dashboard.keyed.gateway.ask('/api/v1/tasks/dead-letters', { headers });
    expect(body.data).toMatchObject([{ replayed_as: 2 }, { replayed_as: 2 }]);
    await page.context().close();
  });
});
