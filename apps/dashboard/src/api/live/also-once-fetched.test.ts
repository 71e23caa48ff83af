import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { alsoOnceFetched } from './also-once-fetched.js';

const KEY = ['site'];

it.each([
  ['the first answer', undefined],
  ['a later answer', 'open'],
])('outlasts %s, which was on its way', async (_, before) => {
  const client = new QueryClient();
  if (before !== undefined) client.setQueryData(KEY, before);
  let answer!: (site: string) => void;
  const queryFn = (): Promise<string> => new Promise((resolve) => (answer = resolve));
  const fetched = client.fetchQuery({ queryKey: KEY, queryFn });
  alsoOnceFetched(client, KEY, () => client.setQueryData<string>(KEY, (site) => site && 'paused'));
  expect(client.getQueryData(KEY)).toBe(before && 'paused');
  answer('open');
  await fetched;
  await expect.poll(() => client.getQueryData(KEY)).toBe('paused');
});

it('applies once where nothing is on its way', () => {
  const client = new QueryClient();
  client.setQueryData(KEY, 1);
  alsoOnceFetched(client, KEY, () => client.setQueryData<number>(KEY, (count) => count! + 1));
  expect(client.getQueryData(KEY)).toBe(2);
});
