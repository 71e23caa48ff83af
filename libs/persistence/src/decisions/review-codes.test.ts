import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReviewReason, reviewSentence, storedSentence } from '#rotunda/domain';
import {
  archive,
  enterOne,
  FIRST_ATTEMPT,
  openSample,
  reading,
  row,
  SILENT,
  type Sample,
} from '../../test/sample-filings.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { migrate } from '../migrate.js';
import { FilingsQuery } from '../queries/filings-query.js';
import { ReviewsQuery } from '../queries/reviews-query.js';
import { reasonsOfFiling } from '../rows/stored-reasons.js';
import { Reviews } from './reviews.js';

const REASONS: ReviewReason[] = [
  { code: 'invalid_trade_date', params: { rows: [1], more: 0 } },
  { code: 'unknown_section', params: { section: 'Gifts' } },
];
const SENTENCES = ['Row 1 has a transaction date that is no date.', 'The page has the unknown section "Gifts".'];
const NO_TEXT: ReviewReason = { code: 'page_without_text', params: { page: 2 } };

let sample: Sample;
let filing: FilingRecord;
let documentSha256: string;

beforeEach(async () => {
  sample = await openSample();
  filing = await enterOne(sample);
  documentSha256 = await archive(sample);
});
afterEach(() => sample.close());

async function read(reviewReasons: ReviewReason[]): Promise<void> {
  const outcome = { status: 'needs_review' as const, documentSha256, parsed: reading([row(1)], { reviewReasons }) };
  await sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, SILENT);
}
const reviews = async () => (await new ReviewsQuery(sample.dataSource).page({ limit: 10 })).items;
const current = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!;
async function accept(): Promise<void> {
  const [open] = await reviews();
  await new Reviews(sample.dataSource).accept(open!.id, { by: 'A. Reviewer', reason: null }, SILENT);
}
async function expectDecided(): Promise<void> {
  expect(await reviews()).toMatchObject([{ status: 'accepted' }]);
  expect(await current()).toMatchObject({ status: 'parsed', reviewReasons: [] });
}

/** The version before 0008 wrote the same rows, without the columns that the migration adds. */
async function asBeforeCodes(): Promise<void> {
  await sample.dataSource.undoLastMigration();
}

it('a decision about sentences survives the migration, even if they are worded differently now', async () => {
  await read(REASONS);
  await accept();
  await asBeforeCodes();
  expect(await sample.dataSource.query('SELECT reasons FROM reviews')).toEqual([{ reasons: SENTENCES }]);
  expect(REASONS.map(reviewSentence)).not.toEqual(SENTENCES);
  await migrate(sample.url);
  expect(await sample.dataSource.query('SELECT reason_codes FROM reviews')).toEqual([{ reason_codes: REASONS }]);
  await read(REASONS);
  await expectDecided();
  await read([...REASONS, NO_TEXT]);
  expect(await reviews()).toMatchObject([{ status: 'open' }, { status: 'accepted' }]);
});

it('open reviews are translated, and a later reading has the same reasons', async () => {
  await read(REASONS);
  await asBeforeCodes();
  await migrate(sample.url);
  expect(reasonsOfFiling(await current())).toEqual(REASONS);
  expect(await current()).toMatchObject({ reviewReasonCodes: REASONS });
  await read(REASONS);
  expect(await reviews()).toMatchObject([{ status: 'open', version: 1, reasons: REASONS }]);
});

it.each([
  ['leaves outdated codes', 'UPDATE reviews SET reasons = $1'],
  ['knows no codes', 'UPDATE reviews SET reasons = $1, reason_codes = NULL'],
])('a decision by the version before, which %s, still holds', async (_, write) => {
  await read(REASONS);
  await sample.dataSource.query(write, [[storedSentence(NO_TEXT)]]);
  await accept();
  await read([NO_TEXT]);
  await expectDecided();
  await read(REASONS);
  expect(await reviews()).toMatchObject([{ status: 'open' }, { status: 'accepted' }]);
});

it('the version before finds the sentences that it would have written', async () => {
  await read(REASONS);
  const [stored] = await sample.dataSource.query(
    'SELECT f.review_reasons, r.reasons FROM filings f JOIN reviews r ON r.filing_id = f.id',
  );
  expect(stored).toEqual({ review_reasons: SENTENCES, reasons: SENTENCES });
});

it('an unknown sentence is kept unchanged', async () => {
  await read(REASONS);
  await asBeforeCodes();
  await sample.dataSource.query(`UPDATE reviews SET reasons = '{It has horns.}'`);
  await migrate(sample.url);
  expect(await reviews()).toMatchObject([{ reasons: [{ code: 'unrecognised', params: { text: 'It has horns.' } }] }]);
});
