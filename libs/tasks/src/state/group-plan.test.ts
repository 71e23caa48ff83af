import { CHAMBERS } from '#rotunda/contracts';
import { addDays, daysBetween } from '#rotunda/domain';
import { describe, expect, it } from 'vitest';
import { planCommand, planOfGroup, splitWindow, type CommandToPlan } from './group-plan.js';

const whole = (changes: Partial<CommandToPlan> = {}): CommandToPlan => ({
  id: 'g',
  name: 'scrape',
  chamber: 'house',
  args: { start_date: '2024-01-01', end_date: '2025-12-31', include_unknown: true, since_last_success: true },
  window: { start: '2024-01-01', end: '2025-12-31' },
  ...changes,
});

describe('planCommand', () => {
  it('does not split a window that fits into one task', () => {
    const args = { days_back: 7 };
    const window = { start: '2025-12-24', end: '2025-12-31' };
    expect(planCommand(whole({ args, window }), 8)).toEqual([{ id: 'g', chamber: 'house', name: 'scrape', args }]);
    expect(planCommand(whole({ args, window }), 7)).toHaveLength(2);
  });

  it('splits a longer window into children, each with the options that apply to it', () => {
    const plan = planCommand(whole(), 366);
    expect(plan.map(({ id, args }) => [id, args])).toEqual([
      ['g-house-1', { start_date: '2024-01-01', end_date: '2024-12-31', since_last_success: true }],
      ['g-house-2', { start_date: '2025-01-01', end_date: '2025-12-31', include_unknown: true }],
    ]);
    expect(plan[0]!.group).toMatchObject({ id: 'g', size: 2, whole: { chamber: 'house', max_days: 366 } });
  });

  it('makes a child for each chamber and part for `all`', () => {
    expect(planCommand(whole({ chamber: 'all' }), 366).map(({ id }) => id)).toEqual(
      [1, 2].flatMap((n) => CHAMBERS.map((chamber) => `g-${chamber}-${n}`)),
    );
    expect(planCommand(whole({ chamber: 'all', args: {}, window: null }), 366)).toHaveLength(CHAMBERS.length);
  });

  it('never exceeds the maximum number of children', () => {
    const window = { start: '0001-01-01', end: '2026-01-01' };
    const plan = planCommand(whole({ chamber: 'all', window }), 1);
    expect(plan.length).toBeLessThanOrEqual(1000);
    expect(plan.at(-1)!.args).toMatchObject({ end_date: '2026-01-01' });
  });
});

it.each([1, 2, 7, 30, 365, 366, 1000])('parts of %i days cover each day of a window once', (days) => {
  const window = { start: '2023-11-05', end: '2026-02-28' };
  const parts = splitWindow(window, days);
  expect(parts[0]!.start).toBe(window.start);
  expect(parts.at(-1)!.end).toBe(window.end);
  for (const { start, end } of parts) expect(daysBetween(start, end)).toBeLessThan(days);
  expect(parts.slice(1).map(({ start }) => start)).toEqual(parts.slice(0, -1).map(({ end }) => addDays(end, 1)));
});

describe('planOfGroup', () => {
  const [child] = planCommand(whole({ chamber: 'all' }), 100);

  it('derives all children from any one of them, even after serialization', () => {
    const plan = planCommand(whole({ chamber: 'all' }), 100);
    for (const { group } of plan) expect(planOfGroup(JSON.parse(JSON.stringify(group)), 'scrape')).toEqual(plan);
  });

  it.each([
    ['a group made by hand', { id: 'g', size: 2 }],
    ['another size', { ...child!.group!, size: 3 }],
    ['no dates', { ...child!.group!, whole: { ...child!.group!.whole!, window: { start: 'x', end: 'y' } } }],
    [
      'a thousand years of days',
      {
        ...child!.group!,
        whole: { ...child!.group!.whole!, max_days: 1, window: { start: '1000-01-01', end: '2026-01-01' } },
      },
    ],
    ['an id too long for children', { ...child!.group!, id: 'x'.repeat(128) }],
  ])('derives none from %s', (_what, group) => {
    expect(planOfGroup(group, 'scrape')).toBeNull();
  });
});
