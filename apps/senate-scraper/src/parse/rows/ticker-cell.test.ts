import { describe, expect, it } from 'vitest';
import { readTickerCell } from './ticker-cell.js';

describe('readTickerCell', () => {
  it.each([
    ['EXMP', 'EXMP'],
    ['EXM.B', 'EXM.B'],
    ['EXM-PB', 'EXM-PB'],
    ['exmp', 'EXMP'],
    ['--', null],
  ])('reads %j', (raw, ticker) => {
    expect(readTickerCell([raw], 1)).toEqual({ raw, ticker, receivedTicker: null, hasUnknown: false });
  });

  it('reads an empty cell as no ticker', () => {
    expect(readTickerCell([], 1)).toEqual({ raw: '', ticker: null, receivedTicker: null, hasUnknown: false });
  });

  it.each([
    [['EXMP', 'SMPL'], 'EXMP', 'SMPL'],
    [['--', 'SMPL'], null, 'SMPL'],
    [['EXMP'], 'EXMP', null],
    [['--'], null, null],
  ])('separates the ticker given from the one received in %j', (lines, ticker, receivedTicker) => {
    const raw = lines.join('\n');
    expect(readTickerCell(lines, 2)).toEqual({ raw, ticker, receivedTicker, hasUnknown: false });
  });

  it.each([
    [['see comment'], 1],
    [['EXMP', 'SMPL'], 1],
    [['EXMP', 'SMPL', 'OTHR'], 2],
  ] as const)('keeps %j as printed and reports it as unknown', (lines, expectedLines) => {
    expect(readTickerCell(lines, expectedLines)).toMatchObject({ raw: lines.join('\n'), hasUnknown: true });
  });
});
