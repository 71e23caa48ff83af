import { randomBytes } from 'node:crypto';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';
import { byTier } from '#rotunda/testing';
import { type ParsedPtr, parsePtr } from '../../apps/senate-scraper/src/parse/parse-ptr.js';
import { renderPtr } from '../../apps/stand-ins/src/senate/pages/render-ptr.js';
import { RUNS } from './printed-text.js';
import { senateFiling } from './senate-filings.js';

/** It takes milliseconds on an idle core; quadratic work would take minutes. */
const LIMIT_MS = 60_000;

const { facts } = fc
  .sample(senateFiling, { seed: RUNS.seed, numRuns: 50 })
  .find(({ facts: { rows } }) => rows.length > 12)!;
const whole = renderPtr(facts);
const filing = parsePtr(whole);

/** The filing, or an error of a known class, within the time limit. */
function outcomeOf(bytes: Uint8Array): ParsedPtr | Error {
  const begin = performance.now();
  const outcome = attempt(bytes);
  expect(performance.now() - begin).toBeLessThan(LIMIT_MS);
  const isKnown = [UnreadableDocumentError, LayoutChangedError].some((known) => outcome instanceof known);
  expect(isKnown || !(outcome instanceof Error), messageOf(outcome)).toBe(true);
  return outcome;
}

function attempt(bytes: Uint8Array): ParsedPtr | Error {
  try {
    return parsePtr(bytes);
  } catch (error) {
    return error as Error;
  }
}

const messageOf = (outcome: ParsedPtr | Error): string => (outcome instanceof Error ? outcome.message : 'a filing');

/** Checks that every row is there, or the loss is reported. */
function expectNoSilentLoss(outcome: ParsedPtr | Error): void {
  if (outcome instanceof Error || outcome.reviewReasons.length > 0) return;
  expect(outcome.transactions).toHaveLength(filing.transactions.length);
}

describe('a Senate filing', () => {
  it('is rejected wherever it is cut off', () => {
    const end = whole.indexOf('</html>');
    for (let part = 0; part < 100; part += 1) {
      expect(outcomeOf(whole.subarray(0, Math.floor((end * part) / 100)))).toBeInstanceOf(UnreadableDocumentError);
    }
  });

  it('loses no row silently when bits are flipped', () => {
    expect(filing).toMatchObject({ expectedRows: facts.rows.length, reviewReasons: [] });
    const flip = fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
        const bytes = Buffer.from(whole);
        for (const { at, bit } of flips) bytes[at] = bytes[at]! ^ (1 << bit);
        expectNoSilentLoss(outcomeOf(bytes));
      }),
      { ...RUNS, numRuns: byTier({ enough: 60, all: 1_000 }) },
    );
  });

  it('loses no row silently when a piece of it is left out', () => {
    const parts = byTier({ enough: 50, all: 200 });
    for (let part = 0; part < parts; part += 1) {
      const begin = Math.floor((whole.length * part) / parts);
      expectNoSilentLoss(outcomeOf(Buffer.concat([whole.subarray(0, begin), whole.subarray(begin + 300)])));
    }
  });

  it.each(['h1', 'h2', 'p.muted', 'ul', 'li', 'h3', 'section', 'table', 'thead', 'tbody', 'th', 'tr', 'td', 'div'])(
    'asks for a review, or is rejected, without each of its %s',
    (selector) => {
      const count = load(whole.toString())(selector).length;
      expect(count).toBeGreaterThan(0);
      for (let index = 0; index < Math.min(count, 60); index += 1) {
        const page = load(whole.toString());
        page(selector).eq(index).remove();
        expectNoSilentLoss(outcomeOf(Buffer.from(page.html())));
      }
      const page = load(whole.toString());
      page(selector).remove();
      const outcome = outcomeOf(Buffer.from(page.html()));
      expect(outcome instanceof Error || outcome.reviewReasons.length > 0).toBe(true);
    },
  );
});

describe('a file that is not a Senate filing', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.4\n%%EOF\n')],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')],
    ['JSON', Buffer.from('{"result":"error"}')],
    ['noise', randomBytes(100_000)],
    ['a page without end', Buffer.from('<html>'.repeat(100_000))],
    ['a page nested without end', Buffer.from(`<html>${'<div>'.repeat(200_000)}</html>`)],
    ['a page of 20 MB', Buffer.from(`<html>${'<p>'.repeat(7_000_000)}</html>`)],
    ['an empty page', Buffer.from('<html><body></body></html>')],
  ])('is rejected in time: %s', (_, bytes) => {
    expect(outcomeOf(bytes)).toBeInstanceOf(Error);
  });
});
