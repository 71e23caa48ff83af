import { Globe } from 'lucide-react';
import { expect, it } from 'vitest';
import { type Item, matching } from './item.js';

const item = (label: string, words = ''): Item => ({ id: label, label, words, icon: Globe, act: () => {} });
const GROUPS = [
  { value: 'Pages', items: [item('Sites', 'breaker pause'), item('Schedules', 'cron')] },
  { value: 'Actions', items: [item('Pause the House', 'stop site')] },
];

it.each([
  ['', ['Sites', 'Schedules', 'Pause the House']],
  ['PAUSE', ['Sites', 'Pause the House']],
  ['house pause', ['Pause the House']],
  ['nothing', []],
])('finds by all words of "%s"', (query, labels) => {
  const found = matching(GROUPS, query);
  expect(found.flatMap(({ items }) => items.map(({ label }) => label))).toEqual(labels);
  expect(found.every(({ items }) => items.length > 0)).toBe(true);
});
