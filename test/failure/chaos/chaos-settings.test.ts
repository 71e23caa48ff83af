import { expect, it } from 'vitest';
import { chaosSettings } from './chaos-settings.js';

it('runs for ten minutes, or with --grid only as long as the grid takes', () => {
  expect(chaosSettings(['--seed', '7'])).toMatchObject({ seed: 7, minutes: 10, grid: false, slots: undefined });
  expect(chaosSettings(['--grid'])).toMatchObject({ minutes: 0, grid: true });
  expect(chaosSettings(['--grid', '--minutes', '3', '--slots', '4'])).toMatchObject({ minutes: 3, slots: 4 });
  expect(chaosSettings(['--help'])).toBeNull();
});

it.each([
  [['--minutes', '0'], '--minutes 0: must be a number above 0'],
  [['--minutes', 'ten'], '--minutes ten'],
  [['--slots', '0'], '--slots 0: must be a whole number from 1 to 100'],
  [['--slots', '101'], '--slots 101'],
  [['--slots', '1.5'], '--slots 1.5'],
  [['--seed', 'x'], '--seed x: must be a whole number'],
  [['--broken', 'ack'], 'only "fence" can be broken'],
  [['--slot', '4'], "Unknown option '--slot'"],
])('refuses %j', (args, message) => expect(() => chaosSettings(args)).toThrow(message));
