import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LayoutChangedError, type ParsedFiling, UnreadableDocumentError } from '#rotunda/domain';
import { byTier } from '#rotunda/testing';
import { PdfPool } from '../../apps/house-scraper/src/parse/thread/pdf-pool.js';
import { renderPtr } from '../../apps/stand-ins/src/house/render-ptr.js';
import { HOSTILE_PDFS } from './hostile-pdfs.js';
import { type HouseFiling, houseFiling } from './house-filings.js';
import { RUNS } from './printed-text.js';

/** The longest takes three seconds on an idle core; a loaded machine takes ten times as long. */
const LIMIT_MS = 60_000;
const PARTS = byTier({ enough: 12, all: 40 });

const pool = new PdfPool({ threads: 2, timeLimitMs: LIMIT_MS });
afterAll(() => pool.close());

/** A filing of several pages: the first one that the seed generates. */
const several = (['newer', 'older'] as const).map((template): HouseFiling => {
  const filings = fc.sample(houseFiling(template), { seed: RUNS.seed, numRuns: 50 });
  return filings.find(({ facts }) => facts.rows.length > 12)!;
});

/** The filing, or an error of a known class. The pool stops what hangs. */
async function outcomeOf(bytes: Uint8Array): Promise<ParsedFiling | Error> {
  const outcome = await pool.parse(bytes).catch((error: unknown) => error as Error);
  const isKnown = [UnreadableDocumentError, LayoutChangedError].some((known) => outcome instanceof known);
  expect(isKnown || !(outcome instanceof Error), messageOf(outcome)).toBe(true);
  return outcome;
}

const messageOf = (outcome: ParsedFiling | Error): string => (outcome instanceof Error ? outcome.message : 'a filing');

describe.each(several)('a House filing of the $facts.template form', ({ facts }) => {
  let whole: Buffer;
  let filing: ParsedFiling;
  beforeAll(async () => {
    whole = await renderPtr(facts);
    filing = await pool.parse(whole);
  });

  /** Checks that every row is there, or the loss is reported. */
  function expectNoSilentLoss(outcome: ParsedFiling | Error): void {
    if (outcome instanceof Error || outcome.reviewReasons.length > 0) return;
    expect(outcome.transactions).toHaveLength(filing.transactions.length);
    const amountsOf = ({ transactions }: ParsedFiling): unknown => transactions.map(({ amountMin }) => amountMin);
    expect(amountsOf(outcome)).toEqual(amountsOf(filing));
  }

  it('is rejected wherever it is cut off', async () => {
    for (let part = 0; part < PARTS; part += 1) {
      const outcome = await outcomeOf(whole.subarray(0, Math.floor((whole.length * part) / PARTS)));
      expect(outcome, `${part}/${PARTS}`).toBeInstanceOf(UnreadableDocumentError);
    }
  });

  it('loses no row silently when bits are flipped', async () => {
    expect(filing).toMatchObject({ expectedRows: facts.rows.length, reviewReasons: [] });
    const flip = fc.record({ at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 8 }), async (flips) => {
        const bytes = Buffer.from(whole);
        for (const { at, bit } of flips) {
          const index = Math.floor(at * bytes.length);
          bytes[index] = bytes[index]! ^ (1 << bit);
        }
        expectNoSilentLoss(await outcomeOf(bytes));
      }),
      { ...RUNS, numRuns: byTier({ enough: 30, all: 500 }) },
    );
  });

  it('loses no row silently when a piece of it is overwritten or left out', async () => {
    for (let part = 0; part < PARTS; part += 1) {
      const begin = Math.floor((whole.length * part) / PARTS);
      const zeroed = Buffer.from(whole).fill(0, begin, begin + 200);
      const shortened = Buffer.concat([whole.subarray(0, begin), whole.subarray(begin + 200)]);
      expectNoSilentLoss(await outcomeOf(zeroed));
      expectNoSilentLoss(await outcomeOf(shortened));
    }
  });
});

describe('a file that is not a filing', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['an HTML page', Buffer.from('<!DOCTYPE html><html><body>Service unavailable</body></html>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')],
    ['an archive', Buffer.from('PK\u0003\u0004')],
    ['noise', randomBytes(100_000)],
    ['a mark without a document', Buffer.from('%PDF-1.4\n%%EOF\n')],
    [
      'noise between the marks',
      Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(50_000), Buffer.from('\n%%EOF\n')]),
    ],
  ])('is rejected: %s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBeInstanceOf(UnreadableDocumentError);
  });

  it.each(HOSTILE_PDFS)('is rejected in time: %s', async (_, pdf) => {
    expect(await outcomeOf(pdf())).toBeInstanceOf(Error);
  });
});

const LONG = byTier({ enough: { pages: 100, rows: 1_000 }, all: { pages: 500, rows: 5_000 } });

it(`reads a House filing of ${LONG.pages} pages in full`, async () => {
  const [{ facts }] = several as [HouseFiling];
  const row = { ...facts.rows[0]!, asset: 'Example Corporation (EXMP) [ST]', description: '', comment: '' };
  const rows = Array.from({ length: LONG.rows }, (_, index) => ({ ...row, subholding: `Account ${index}` }));
  const read = await pool.parse(await renderPtr({ ...facts, rows }));
  const { transactions, ...filing } = read;
  expect(filing).toMatchObject({ expectedRows: rows.length, reviewReasons: [] });
  expect(transactions.map(({ subholding }) => subholding)).toEqual(rows.map(({ subholding }) => subholding));
  expect(transactions.at(-1)!.place.page).toBeGreaterThanOrEqual(LONG.pages);
});
