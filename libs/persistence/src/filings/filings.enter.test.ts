import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  enterOne,
  FIRST_ATTEMPT,
  fingerprint,
  listed,
  openSample,
  parsedOutcome,
  row,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';

let sample: Sample;

beforeEach(async () => {
  sample = await openSample();
});
afterEach(() => sample.close());

/** Locking a row writes to it as well, if only to its header. */
const rowLocks = (): Promise<unknown> => sample.dataSource.query('SELECT id, xmax::text FROM filings ORDER BY id');

describe('Filings.enter', () => {
  it('stores new filings as listed, in the order of the listing', async () => {
    const records = await sample.filings.enter('house', [listed('30'), listed('10'), listed('20')], TASK);
    expect(records.map(({ externalId }) => externalId)).toEqual(['30', '10', '20']);
    expect(records[0]).toMatchObject({
      status: 'listed',
      firstTaskId: TASK,
      lastTaskId: null,
      filedOn: '2025-03-20',
      documentUrl: 'https://clerk.test/ptr-pdfs/2025/30.pdf',
      reviewReasons: [],
    });
    expect(records[0]!.firstSeenAt).toBeInstanceOf(Date);
  });

  it('changes no row when the same listing comes again', async () => {
    const listing = [listed('10'), listed('20', { filedOn: null, stateDistrict: null })];
    const first = await sample.filings.enter('house', listing, TASK);
    const before = await fingerprint(sample);
    const locks = await rowLocks();
    expect(await sample.filings.enter('house', listing, 'task-b')).toEqual(first);
    expect(await fingerprint(sample)).toEqual(before);
    expect(await rowLocks()).toEqual(locks);
  });

  it('updates the listing’s fields and keeps the id, the status and the first task', async () => {
    const filing = await enterOne(sample);
    await sample.filings.store(filing.id, await parsedOutcome(sample, [row(1)]), FIRST_ATTEMPT, SILENT);
    const [after] = await sample.filings.enter(
      'house',
      [listed('20099001', { filerNameRaw: 'Former Sample' })],
      'task-b',
    );
    expect(after).toMatchObject({ id: filing.id, status: 'parsed', firstTaskId: TASK, filerNameRaw: 'Former Sample' });
  });

  it('keeps a district from the document where the listing has none', async () => {
    const filing = await enterOne(sample, '10', { stateDistrict: null });
    await sample.filings.store(filing.id, await parsedOutcome(sample, []), FIRST_ATTEMPT, SILENT);
    const [after] = await sample.filings.enter('house', [listed('10', { stateDistrict: null })], TASK);
    expect(after?.stateDistrict).toBe('ZZ01');
  });

  it('stores a filing once that a listing names twice', async () => {
    const records = await sample.filings.enter('house', [listed('10'), listed('10', { titleRaw: 'Last' })], TASK);
    expect(records.map(({ titleRaw }) => titleRaw)).toEqual(['Last']);
  });

  it('keeps filings of both chambers with the same id apart', async () => {
    await sample.filings.enter('house', [listed('10')], TASK);
    const [senate] = await sample.filings.enter('senate', [listed('10', { chamber: 'senate' })], 'task-b');
    expect(senate?.firstTaskId).toBe('task-b');
  });

  it('lets two workers store overlapping listings at the same time', async () => {
    const names = Array.from({ length: 200 }, (_, i) => listed(String(i)));
    const entered = await Promise.all([
      sample.filings.enter('house', names, TASK),
      sample.filings.enter('house', names.toReversed(), 'task-b'),
    ]);
    const ids = entered.map((records) => records.map(({ id }) => id).toSorted());
    expect(ids[0]).toHaveLength(200);
    expect(ids[1]).toEqual(ids[0]);
  });

  it('stores nothing for an empty listing', async () => {
    expect(await sample.filings.enter('house', [], TASK)).toEqual([]);
  });
});

it('finds what is unfinished in a chamber: listed, unavailable and failed', async () => {
  const { filings } = sample;
  const [parsed, unavailable, failed] = await filings.enter(
    'house',
    ['10', '20', '30', '40'].map((id) => listed(id)),
    TASK,
  );
  await filings.enter('senate', [listed('50', { chamber: 'senate' })], TASK);
  await filings.store(parsed!.id, await parsedOutcome(sample, [row(1)]), FIRST_ATTEMPT, SILENT);
  await filings.store(
    unavailable!.id,
    { status: 'unavailable', reason: 'The site answers 404' },
    FIRST_ATTEMPT,
    SILENT,
  );
  await filings.store(failed!.id, { status: 'failed', reason: 'The PDF is cut off' }, FIRST_ATTEMPT, SILENT);
  const found = await filings.unfinished('house');
  expect(found.map(({ externalId, status }) => `${externalId} ${status}`)).toEqual([
    '20 unavailable',
    '30 failed',
    '40 listed',
  ]);
});
