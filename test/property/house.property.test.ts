import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedFiling, ParsedTransaction } from '#rotunda/domain';
import { parsePtr } from '../../apps/house-scraper/src/parse/parse-ptr.js';
import type { PtrRowFacts } from '../../apps/stand-ins/src/house/pdf/ptr-facts.js';
import { renderPtr } from '../../apps/stand-ins/src/house/render-ptr.js';
import { houseFiling, type RowMeaning } from './house-filings.js';
import { RUNS } from './printed-text.js';

describe('any House filing, rendered and parsed', () => {
  it('of the newer form reads exactly as written', async () => {
    await fc.assert(
      fc.asyncProperty(houseFiling('newer'), async ({ facts, meanings, signedOn }) => {
        const read = await parsePtr(await renderPtr(facts));
        expect(read.transactions.map(printedOf)).toEqual(facts.rows);
        expect(read.transactions.map(meaningOf)).toEqual(meanings);
        expect(outsideOf(read)).toEqual({ ...SOUND, externalId: facts.docId, signedOn });
        expect(read.qualityFlags).toEqual([]);
      }),
      RUNS,
    );
  });

  it('of the older form reads as written but for the case of raw texts, and names and tickers in their own case', async () => {
    await fc.assert(
      fc.asyncProperty(houseFiling('older'), async ({ facts, meanings, signedOn }) => {
        const read = await parsePtr(await renderPtr(facts));
        expect(read.transactions.map(printedOf).map(lowerCase)).toEqual(facts.rows.map(lowerCase));
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

/** The row in the words of the facts. */
const printedOf = (row: ParsedTransaction): PtrRowFacts => ({
  rowId: row.sourceRowId ?? '',
  owner: row.ownerRaw,
  asset: row.assetNameRaw,
  type: row.typeRaw,
  tradedOn: row.tradedOnRaw,
  notifiedOn: row.notifiedOnRaw ?? '',
  amount: row.amountRaw,
  capGainsOver200: row.capGainsOver200,
  status: row.rowStatusRaw ?? '',
  subholding: row.subholding ?? '',
  location: row.location ?? '',
  description: row.description ?? '',
  comment: row.comment ?? '',
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

const lowerCase = (row: PtrRowFacts): unknown => JSON.parse(JSON.stringify(row).toLowerCase());
