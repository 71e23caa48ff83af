import { InvalidArgumentError } from 'commander';
import { expect, it } from 'vitest';
import { readDuration } from './duration-argument.js';

it.each([
  ['30', 30_000],
  ['1.5', 1_500],
  ['500ms', 500],
  ['90s', 90_000],
  ['15m', 900_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('reads %s', (text, ms) => {
  expect(readDuration(text)).toBe(ms);
});

it.each(['', '0', '-1', 'soon', '1e3', '5 weeks', '25d'])('refuses "%s"', (text) => {
  expect(() => readDuration(text)).toThrow(InvalidArgumentError);
});
