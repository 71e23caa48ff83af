import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedFiling, ParsedTransaction } from '#rotunda/domain';
import { parsePtr } from '../../apps/house-scraper/src/parse/parse-ptr.js';
import { renderPtr } from '../../apps/stand-ins/src/house/render-ptr.js';
import { lowerCase, rowRead } from '../../apps/stand-ins/test/house-rows.js';
import { houseFiling, type RowMeaning } from './house-filings.js';
import { RUNS } from './printed-text.js';

describe('any House filing, rendered and parsed', () => {
  it('of the newer form is read exactly as written', async () => {
    await fc.assert(
      fc.asyncProperty(houseFiling('newer'), async ({ facts, meanings, signedOn }) => {
        const read = await parsePtr(await renderPtr(facts));
        expect(read.transactions.map(rowRead)).toEqual(facts.rows);
        expect(read.transactions.map(meaningOf)).toEqual(meanings);
        expect(outsideOf(read)).toEqual({ ...SOUND, externalId: facts.docId, signedOn });
        expect(read.qualityFlags).toEqual([]);
      }),
      RUNS,
    );
  });

  it('of the older form is read as written: raw texts except for their case, names and tickers exactly', async () => {
    await fc.assert(
      fc.asyncProperty(houseFiling('older'), async ({ facts, meanings, signedOn }) => {
        const read = await parsePtr(await renderPtr(facts));
        expect(read.transactions.map(rowRead).map(lowerCase)).toEqual(facts.rows.map(lowerCase));
        expect(read.transactions.map(meaningOf)).toEqual(meanings);
        expect(outsideOf(read)).toEqual({ ...SOUND, externalId: facts.docId, signedOn });
        expect(read.qualityFlags).toEqual(['case_scrambled']);
      }),
      RUNS,
    );
  });
});

const SOUND = { format: 'electronic', stateDistrict: 'EX01', reviewReasons: [] };

const outsideOf = ({ format, externalId, stateDistrict, signedOn, reviewReasons }: ParsedFiling): object => ({
  format,
  externalId,
  stateDistrict,
  signedOn,
  reviewReasons,
});

const meaningOf = (row: ParsedTransaction): Record<keyof RowMeaning, unknown> => ({
  owner: row.owner,
  type: row.type,
  assetName: row.assetName,
  assetType: row.assetType,
  ticker: row.ticker,
  tradedOn: row.tradedOn,
  notifiedOn: row.notifiedOn,
  amountMin: row.amountMin,
  amountMax: row.amountMax,
  amountOver: row.amountOver,
  rowStatus: row.rowStatus,
});
