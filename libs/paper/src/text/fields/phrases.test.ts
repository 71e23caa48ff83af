import { describe, expect, it } from 'vitest';
import { likenessOf, readAttached, readNothing } from './phrases.js';

describe('readNothing', () => {
  it.each([
    [['Nothing to report for February 2023']],
    [['Nothing', 'to report for', 'October 2024']],
    [['Noth1ng to repart']],
    [['Nothina +D', 'reDDtfor', 'Dctober 2024']],
    [['No transactions']],
    [['None']],
    [['N/A']],
  ])('%j settles a filing', (texts) => expect(readNothing(texts)).not.toBeNull());

  it.each([[['Nonesuch Corp']], [['Northrop Grumman Corp']], [['Report Holdings Inc']], [['']], [[]]])(
    '%j does not',
    (texts) => expect(readNothing(texts)).toBeNull(),
  );
});

describe('readAttached', () => {
  it.each(['Please see the attached', 'SEE ATTACHMENT', 'See attached list'])('%s', (text) =>
    expect(readAttached([text])).not.toBeNull(),
  );

  it('does not take an asset for it', () => expect(readAttached(['Seagate Technology'])).toBeNull());
});

describe('likenessOf', () => {
  it('is 1 where the text holds the phrase, whatever stands around it', () => {
    expect(likenessOf('x Initial  Report [ ]', 'initial report')).toBe(1);
  });

  it('counts letters that look alike for more than others', () => {
    expect(likenessOf('lnitial', 'Initial')).toBeGreaterThan(likenessOf('xnitial', 'Initial'));
  });
});
