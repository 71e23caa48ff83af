import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParsedFiling, settledStatus } from '#rotunda/domain';
import {
  archive,
  enterOne,
  FIRST_ATTEMPT,
  fingerprint,
  openSample,
  reading,
  type Sample,
} from '../../test/sample-filings.js';
import { scan, scanRow, SHEET } from '../../test/sample-scans.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { FilingsQuery } from '../queries/filings-query.js';
import { ReviewsQuery } from '../queries/reviews-query.js';
import type { Announce } from '../rows/filing-outcome.js';
import { currentRows } from '../rows/stored-rows.js';
import { waitingRows } from '../rows/waiting-rows.js';
import { ArchivedFilings } from './archived-filings.js';

let sample: Sample;
let filing: FilingRecord;
let documentSha256: string;
let announced: { stored: string[]; vanished: string[] }[];

beforeEach(async () => {
  sample = await openSample();
  filing = await enterOne(sample);
  documentSha256 = await archive(sample);
  announced = [];
});
afterEach(() => sample.close());

const announce: Announce = (_, stored, consequences) => {
  const ids = (rows: { id: string }[] = []): string[] => rows.map(({ id }) => id);
  announced.push({ stored: ids(stored), vanished: ids(consequences?.vanished) });
  return [];
};
const store = (parsed: ParsedFiling) =>
  sample.filings.store(filing.id, { status: settledStatus(parsed), documentSha256, parsed }, FIRST_ATTEMPT, announce);
const trades = () => currentRows(sample.dataSource.manager, filing.id);
const waiting = () => waitingRows(sample.dataSource.manager, filing.id);
const current = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!;
const reviews = async () => (await new ReviewsQuery(sample.dataSource).page({ limit: 10 })).items;

describe('a scan', () => {
  it('stores its sure rows as trades, and announces only those; the others wait in a review', async () => {
    await store(scan([scanRow(1), scanRow(3)], [scanRow(2, ['asset_name'])]));
    expect(await current()).toMatchObject({ status: 'paper_review', format: 'paper', paperClass: 'mixed' });
    const stored = await trades();
    expect(stored).toMatchObject([{ ordinal: 1, paper: scanRow(1).paper }, { ordinal: 3 }]);
    expect(announced).toEqual([{ stored: stored.map(({ id }) => id), vanished: [] }]);
    expect(await waiting()).toMatchObject([
      { ordinal: 2, fields: scanRow(2, ['asset_name']), parserVersion: 'scan-1' },
    ]);
    expect(await reviews()).toMatchObject([{ status: 'open', reasons: [{ code: 'doubtful_reading' }] }]);
  });

  it('is read when every row is sure, also when it says that there is nothing to report', async () => {
    await store(scan([], [], {}, { class: 'nothing' }));
    expect(await current()).toMatchObject({ status: 'paper_read', paperClass: 'nothing' });
    expect(await reviews()).toEqual([]);
  });

  it('was only archived before, and a reparse reads it', async () => {
    await store(reading([], { format: 'paper', expectedRows: null }));
    expect(await current()).toMatchObject({ status: 'paper', paperClass: null });
    const parsed = scan([scanRow(1)], [scanRow(2, ['type'])]);
    const outcome = { status: settledStatus(parsed), documentSha256, parsed };
    const reread = { apply: true, announce };
    const difference = await new ArchivedFilings(sample.dataSource).reread(filing.id, outcome, FIRST_ATTEMPT, reread);
    expect(difference.fields.map(({ field, after }) => [field, after])).toEqual([
      ['filing.status', 'paper_review'],
      ['filing.paper_class', 'mixed'],
      ['filing.review_reasons', [expect.any(String)]],
      ['filing.waiting_rows', ['Sample Company 2']],
    ]);
    expect(difference.added).toHaveLength(1);
  });

  it('changes nothing when it is read the same again, though its reader is surer now', async () => {
    const parsed = scan([scanRow(1)], [scanRow(2, ['owner'])]);
    await store(parsed);
    const before = [await fingerprint(sample), await waiting()];
    await store(parsed);
    expect([await fingerprint(sample), await waiting()]).toEqual(before);
    const surer = scanRow(1);
    surer.paper!.fields.owner.confidence = 1;
    await store(scan([surer], parsed.paper!.waiting, { parserVersion: 'scan-2' }));
    expect(await trades()).toMatchObject([{ revision: 1, parserVersion: 'scan-1', paper: scanRow(1).paper }]);
    expect(await reviews()).toMatchObject([{ version: 1 }]);
  });

  it('keeps the id of a row that waits no longer, waits again, and is sure again', async () => {
    await store(scan([], [scanRow(1, ['owner'])]));
    const { id } = (await waiting()).at(0)!;
    await store(scan([scanRow(1)], []));
    expect(await trades()).toMatchObject([{ id, revision: 1 }]);
    expect(await waiting()).toEqual([]);
    expect(await reviews()).toMatchObject([{ status: 'outdated' }]);
    await store(scan([], [scanRow(1, ['owner'])]));
    expect([await trades(), await waiting()]).toMatchObject([[], [{ id }]]);
    await store(scan([scanRow(1)], []));
    expect(await trades()).toMatchObject([{ id, revision: 3 }]);
    expect(announced.map(({ stored, vanished }) => [stored, vanished])).toEqual([
      [[], []],
      [[id], []],
      [[], [id]],
      [[id], []],
    ]);
  });

  it('keeps the picture of each version of its reader, and equal ones once', async () => {
    for (const parserVersion of ['scan-1', 'scan-2']) await store(scan([scanRow(1)], [], { parserVersion }));
    const straighter = { ...SHEET, skew: 0, picture: new Uint8Array([4]) };
    await store(scan([scanRow(1)], [], { parserVersion: 'scan-3' }, { sheets: [straighter] }));
    const sheets = await sample.dataSource.query<unknown[]>(
      `SELECT s.parser_version, s.form, s.skew, p.png FROM paper_sheets s JOIN paper_pictures p ON p.sha256 = s.picture_sha256
       ORDER BY 1`,
    );
    expect(sheets).toEqual([
      { parser_version: 'scan-1', form: 'C20', skew: 0.2, png: Buffer.from([1, 2, 3]) },
      { parser_version: 'scan-2', form: 'C20', skew: 0.2, png: Buffer.from([1, 2, 3]) },
      { parser_version: 'scan-3', form: 'C20', skew: 0, png: Buffer.from([4]) },
    ]);
    expect(await sample.dataSource.query('SELECT FROM paper_pictures')).toHaveLength(2);
  });
});
