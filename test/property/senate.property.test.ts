import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedTransaction } from '#rotunda/domain';
import { parsePtr } from '../../apps/senate-scraper/src/parse/parse-ptr.js';
import type { PtrRowFacts } from '../../apps/stand-ins/src/senate/pages/ptr-facts.js';
import { renderPtr } from '../../apps/stand-ins/src/senate/pages/render-ptr.js';
import { RUNS } from './printed-text.js';
import { senateFiling } from './senate-filings.js';

describe('any Senate filing', () => {
  it('that is rendered and parsed is read exactly as written', () => {
    fc.assert(
      fc.property(senateFiling, ({ facts, meanings, amendmentNo, filedOn }) => {
        const read = parsePtr(renderPtr(facts));
        expect(read).toMatchObject({
          titleRaw: facts.title,
          filerNameRaw: facts.filer,
          filedAtRaw: facts.filedAt,
          filedTime: '10:15',
          filedOn,
          amendmentNo,
          expectedRows: facts.rows.length,
          reviewReasons: [],
        });
        expect(read.transactions.map(meaningOf)).toEqual(meanings);
        expect(read.transactions.map(printedOf)).toEqual(facts.rows.map(printedFacts));
        expect(read.transactions.map(({ place }) => place.domRow)).toEqual(facts.rows.map((_, index) => index + 1));
      }),
      RUNS,
    );
  });
});

/** Fields of a row that only repeat its printed text. */
const PRINTED = new Set(['place', 'assetNameRaw', 'tickerRaw', 'ownerRaw', 'typeRaw', 'tradedOnRaw', 'amountRaw']);

const meaningOf = (row: ParsedTransaction): unknown =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !PRINTED.has(field) && field !== 'qualityFlags'));

const printedOf = (row: ParsedTransaction): unknown => ({
  owner: row.ownerRaw,
  type: row.typeRaw,
  tradedOn: row.tradedOnRaw,
  amount: row.amountRaw,
  asset: row.assetNameRaw,
  ticker: row.tickerRaw,
});

const printedFacts = (row: PtrRowFacts): unknown => ({
  owner: row.owner,
  type: row.type,
  tradedOn: row.tradedOn,
  amount: row.amount,
  asset: row.receivedAsset === '' ? row.asset : `${row.asset} (Exchanged)\n${row.receivedAsset} (Received)`,
  ticker: [row.ticker || '--', ...(row.receivedTicker === '' ? [] : [row.receivedTicker])].join('\n'),
});
