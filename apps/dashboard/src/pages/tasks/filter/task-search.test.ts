import { expect, it } from 'vitest';
import { isSearchable, readTaskSearch } from './task-search.js';

it('reads the filters of an address, and leaves out what is none', () => {
  const search = { state: 'FAILURE', chamber: 'moon', name: 'scrape', q: 2026, worker: '', page: 3, from: null };
  expect(readTaskSearch(search)).toEqual({ state: 'FAILURE', name: 'scrape', q: '2026' });
});

it('searches for no text that the index of texts does not have', () => {
  expect(['ab', 'a-b-c', '": 7', 'abc', 'é12'].map(isSearchable)).toEqual([false, false, false, true, true]);
});
