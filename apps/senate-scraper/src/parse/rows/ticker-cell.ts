/** The content of a row's ticker cell. */
export interface TickerCell {
  /** As printed, `--` included; an exchange has two lines. */
  raw: string;
  ticker: string | null;
  /** The second line: what was received in an exchange. */
  receivedTicker: string | null;
  /** There is a line that is neither a ticker nor `--`, or one too many. */
  hasUnknown: boolean;
}

/** Tickers that the form links: `AAPL`, `BRK.B`, `BRK-B`, `AEX.MU`. */
const TICKER = /^[A-Z0-9]{1,6}(?:[.$/-][A-Z0-9]{1,4})?$/i;
const NONE = new Set(['', '--']);

/** Reads a ticker cell of at most `expectedLines` lines: `SH`, `--`, or `--` above `LGI`. */
export function readTickerCell(lines: readonly string[], expectedLines: 1 | 2): TickerCell {
  const tickers = lines.map((line) => (TICKER.test(line) ? line.toUpperCase() : null));
  const isUnknown = (line: string, index: number): boolean => tickers[index] === null && !NONE.has(line);
  return {
    raw: lines.join('\n'),
    ticker: tickers[0] ?? null,
    receivedTicker: tickers[1] ?? null,
    hasUnknown: lines.length > expectedLines || lines.some(isUnknown),
  };
}
