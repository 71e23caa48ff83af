import { describe, expect, it } from 'vitest';
import { readAssetCell } from './asset-cell.js';

describe('readAssetCell', () => {
  it.each([
    ['Example Corporation Common Stock (EXMP) [ST]', 'Example Corporation Common Stock', 'EXMP', 'ST'],
    ['Example Depositary Shares, Series I (EXM$I) [ST]', 'Example Depositary Shares, Series I', 'EXM$I', 'ST'],
    ['Example Holdings (EXM.B) [ST]', 'Example Holdings', 'EXM.B', 'ST'],
    ['Example Ventures IV, LP [HN]', 'Example Ventures IV, LP', null, 'HN'],
    ['Example Energy, Inc. (EXMP)', 'Example Energy, Inc.', 'EXMP', null],
    ['Example Fund, LP (GLAS Funds, LP) [HN]', 'Example Fund, LP (GLAS Funds, LP)', null, 'HN'],
    ['EXM (Example) [CT]', 'EXM (Example)', null, 'CT'],
    ['Example Partners (EXMP) - Core [HN]', 'Example Partners (EXMP) - Core', null, 'HN'],
    ['', '', null, null],
  ])('reads %j', (raw, name, ticker, typeCode) => {
    expect(readAssetCell(raw, raw)).toEqual({ name, typeCode, tickerRaw: ticker, ticker });
  });

  it('takes name and ticker in their drawn case, and keeps the raw ticker as in the text', () => {
    // The older template's 20006851 has `Cheniere Energy, Inc. (LNg)`, drawn with a capital G.
    expect(readAssetCell('Example growth Fund (EXgB) [gS]', 'Example Growth Fund (EXGB) [GS]')).toMatchObject({
      typeCode: 'GS',
    });
    expect(readAssetCell('Example energy, Inc. (LNg) [ST]', 'Example Energy, Inc. (LNG) [ST]')).toEqual({
      name: 'Example Energy, Inc.',
      typeCode: 'ST',
      tickerRaw: 'LNg',
      ticker: 'LNG',
    });
    const word = 'Example Holdings (Class a) (units) [OT]';
    expect(readAssetCell(word, 'Example Holdings (Class A) (units) [OT]')).toMatchObject({ ticker: null });
  });

  it('reads tickers and codes without case where the case is scrambled and the drawn case unknown', () => {
    expect(readAssetCell('Example growth (EXgB) [sT]', null)).toEqual({
      name: 'Example growth',
      typeCode: 'ST',
      tickerRaw: 'EXgB',
      ticker: 'EXGB',
    });
  });

  it.each([
    ['Eastern Utility District (TN) [GS]', null],
    ['Example Partners I LP (GLAS) [HN]', null],
    ['Example Fund (2019) [OT]', null],
    ['Example Account (1) [OT]', null],
    ['Example Acquisition Corp. Warrant (EXMP+) [ST]', 'EXMP+'],
    ['Example Acquisition Corp. Units (EXMP=) [ST]', 'EXMP='],
    ['Example Coin (EXM-USD) [CT]', 'EXM-USD'],
  ])('reads the ticker of %j as %j', (raw, ticker) => {
    expect(readAssetCell(raw, raw).ticker).toBe(ticker);
  });
});
