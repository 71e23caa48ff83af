import { expect, it } from 'vitest';
import { EventRing } from './event-ring.js';

const ALL = new Set(['a', 'b']);

function ringOf(texts: string[], mostEvents = 100, mostCharacters = 100): EventRing<string> {
  const ring = new EventRing<string>(mostEvents, mostCharacters);
  for (const text of texts) ring.push(text[0]!, () => text);
  return ring;
}

it('returns what came after a place, of the wanted topics', () => {
  const ring = ringOf(['a1', 'b2', 'a3']);
  ring.push(null, (place) => `for all ${place}`);
  expect(ring.read(0, ALL, 100)).toEqual({ text: 'a1b2a3for all 4', place: 4 });
  expect(ring.read(1, new Set(['b']), 100)).toEqual({ text: 'b2for all 4', place: 4 });
  expect(ring.read(4, ALL, 100)).toEqual({ text: '', place: 4 });
});

it('returns long news in parts', () => {
  const ring = ringOf(['a1', 'b2', 'a3']);
  expect(ring.read(0, ALL, 3)).toEqual({ text: 'a1b2', place: 2 });
  expect(ring.read(2, ALL, 3)).toEqual({ text: 'a3', place: 3 });
});

it('keeps a number of events', () => {
  const ring = ringOf(['a1', 'a2', 'a3'], 2);
  expect([0, 1, 2, 3, 4].map((place) => ring.reaches(place))).toEqual([false, true, true, true, false]);
});

it('keeps a number of characters, and always the last event', () => {
  const ring = ringOf(['a1', 'a2', 'a3', 'a4'], 100, 5);
  expect([1, 2].map((place) => ring.reaches(place))).toEqual([false, true]);
  ring.push('a', () => 'a'.repeat(10));
  expect([3, 4].map((place) => ring.reaches(place))).toEqual([false, true]);
});
