/** The content of a row's asset cell. */
export interface AssetCell {
  /** Without the asset code and the ticker. */
  name: string;
  /** Upper case, e.g. `ST`; the list is at fd.house.gov/reference/asset-type-codes.aspx. */
  typeCode: string | null;
  tickerRaw: string | null;
  ticker: string | null;
}

const TYPE_CODE = /\s*\[([A-Za-z0-9]{2})\]$/;
const LAST_PARENTHESES = /\s*\(([^()]*)\)$/;
/**
 * Tickers as printed: `AAPL`, `BRK.B`, `COF$I` (a preferred share), `BF/B`, with the signs of Nasdaq's symbols for
 * warrants, units and rights (`ABCD+`, `ABCD=`, `ABCD^`). A number alone is not a ticker: `Example Fund (2019)`.
 */
const TICKER = /^(?=.*[A-Z])[A-Z0-9]{1,6}(?:[.$/^+=*#~-][A-Z0-9]{0,4})?$/;
const TICKER_ANY_CASE = new RegExp(TICKER.source, 'i');
/**
 * Government securities and private funds have no ticker; their names may end in a state or manager: `(TN)`, `(GLAS)`.
 */
const WITHOUT_TICKER = new Set(['GS', 'HN']);

/**
 * Reads `Cheniere Energy, Inc. (LNG) [ST]`: a name, a ticker in parentheses, an asset code in brackets.
 *
 * @param raw the document's text, in which the older template has some capitals as small letters (`LNg`)
 * @param drawn the same text in its drawn case; null where that is unknown, and then case does not separate tickers
 *   from words
 */
export function readAssetCell(raw: string, drawn: string | null): AssetCell {
  const text = drawn ?? raw;
  const code = TYPE_CODE.exec(text);
  const typeCode = code ? code[1]!.toUpperCase() : null;
  const withoutCode = code ? text.slice(0, code.index) : text;
  const parentheses = WITHOUT_TICKER.has(typeCode ?? '') ? null : LAST_PARENTHESES.exec(withoutCode);
  const isTicker = parentheses && (drawn === null ? TICKER_ANY_CASE : TICKER).test(parentheses[1]!);
  if (!isTicker) return { name: withoutCode, typeCode, tickerRaw: null, ticker: null };
  const begin = withoutCode.length - parentheses[1]!.length - 1;
  return {
    name: withoutCode.slice(0, parentheses.index),
    typeCode,
    tickerRaw: raw.slice(begin, withoutCode.length - 1),
    ticker: parentheses[1]!.toUpperCase(),
  };
}
