import { expect, it } from 'vitest';
import { chaosSettings } from './chaos-settings.js';

it('goes on for ten minutes, and no longer than the grid where that is wanted', () => {
  expect(chaosSettings(['--seed', '7'])).toMatchObject({ seed: 7, minutes: 10, grid: false, slots: undefined });
  expect(chaosSettings(['--grid'])).toMatchObject({ minutes: 0, grid: true });
  expect(chaosSettings(['--grid', '--minutes', '3', '--slots', '4'])).toMatchObject({ minutes: 3, slots: 4 });
  expect(chaosSettings(['--help'])).toBeNull();
});

it.each([
  [['--minutes', '0'], '--minutes 0: a number above 0 is needed'],
  [['--minutes', 'ten'], '--minutes ten'],
  [['--slots', '0'], '--slots 0: a whole number from 1 to 100 is needed'],
  [['--slots', '101'], '--slots 101'],
  [['--slots', '1.5'], '--slots 1.5'],
  [['--seed', 'x'], '--seed x: a whole number is needed'],
  [['--broken', 'ack'], 'only "fence" can be broken'],
  [['--slot', '4'], "Unknown option '--slot'"],
])('refuses %j', (args, message) => expect(() => chaosSettings(args)).toThrow(message));
