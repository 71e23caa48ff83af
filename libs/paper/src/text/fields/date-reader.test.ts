import { describe, expect, it } from 'vitest';
import type { ReadLine, Strip } from '../text-recogniser.js';
import { confidenceOf } from './confidence.js';
import { readDate } from './date-reader.js';

const FILED = { filedOn: '2021-06-04' };

/** A line of strips, each given by its options: `0`, or `/:0.8 1:0.2`; `_` is no character. */
function lineOf(...strips: string[]): ReadLine {
  const parsed: Strip[] = strips.map((strip) =>
    strip.split(/ (?=.)/).map((option) => {
      const [text = '', probability = '1'] = option.split(/:(?=\d)/);
      return { text: text === '_' ? '' : text, probability: Number(probability) };
    }),
  );
  return { text: parsed.map(([first]) => first!.text).join(''), characters: [], strips: parsed };
}

const typed = (text: string): ReadLine => lineOf(...[...text].flatMap((letter) => [letter, '_']));

describe('readDate', () => {
  it.each([
    ['01/21/21', '2021-01-21'],
    ['1/4/2021', '2021-01-04'],
    ['4-8-21', '2021-04-08'],
    ['4.8.2021', '2021-04-08'],
    ['02/05/021', '2021-02-05'],
    ['11|3|20', '2020-11-03'],
    ['O5/14/2l', '2021-05-14'],
    ["'05/14/21", '2021-05-14'],
    ['0514/21', '2021-05-14'],
    ['Mar 3 2021', '2021-03-03'],
    ['3 March 2021', '2021-03-03'],
  ])('reads %s', (text, date) => {
    const reading = readDate([typed(text)], FILED);
    expect(reading.value).toBe(date);
    expect(reading.raw).toBe(text);
  });

  it.each(['See Filer Note', 'N/A', '13/14/21', '02/30/21', '07/01/21', '05/14/09'])('finds no day in %s', (text) => {
    expect(readDate([typed(text)], FILED)).toMatchObject({ value: null, raw: text, score: 0 });
  });

  it('finds no day in a cell without ink, and is not quite sure of it', () => {
    const { score, ...reading } = readDate([], FILED);
    expect(reading).toMatchObject({ value: null, raw: '' });
    expect(confidenceOf('date', 'typed', score)).toBeCloseTo(0.86, 2);
  });

  it('takes any day where the filing has no date', () => {
    expect(readDate([typed('05/14/09')], { filedOn: null }).value).toBe('2009-05-14');
  });

  it('takes the likeliest text that is a date, not the likeliest text', () => {
    const reading = readDate([lineOf('0', '6', '1:0.6 /:0.4', '1', '_', '3', '/', '2', '1')], {
      filedOn: '2021-08-01',
    });
    expect(reading.value).toBe('2021-06-13');
  });

  it('is less sure the more another date is likely', () => {
    const sure = readDate([lineOf('0', '5', '/', '1:0.99 7:0.01', '_', '4', '/', '2', '1')], FILED);
    const unsure = readDate([lineOf('0', '5', '/', '1:0.6 2:0.4', '_', '4', '/', '2', '1')], FILED);
    expect(sure.value).toBe('2021-05-14');
    expect(unsure.value).toBe('2021-05-14');
    expect(unsure.score).toBeLessThan(0.7);
    expect(sure.score).toBeGreaterThan(0.95);
  });

  it('tells a digit written twice from one that is wide', () => {
    expect(readDate([lineOf('5', '/', '1', '1', '/', '2', '_', '1')], FILED).value).toBe('2021-05-01');
    expect(readDate([lineOf('5', '/', '1', '_', '1', '/', '2', '_', '1')], FILED).value).toBe('2021-05-11');
  });

  it('prefers the days shortly before the filing', () => {
    const reading = readDate([lineOf('5', '/', '3', '/', '2', '1:0.45 0:0.55')], FILED);
    expect(reading.value).toBe('2021-05-03');
  });
});
