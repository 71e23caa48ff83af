import type { AsOfView } from '../disclosures/as-of.view.js';
import type { TradeFilterParams } from '../disclosures/trades/trade-params.js';
import { USE_NOTICE } from '../http/use-notice.js';
import { SCHEMA_VERSION } from './columns/trade-columns.js';
import type { ExportFormat } from './formats/formats.js';
import type { ExportLinksView, ExportManifestView } from './manifest.view.js';
import { type ExportYear, yearText } from './year.js';

const EXPORTS = '/api/v1/exports';

export const fileName = (format: ExportFormat, year?: ExportYear): string =>
  `trades${year === undefined ? '' : `-${yearText(year)}`}.${format}`;

/** @param params as they were given; `asOf` is what they mean */
export function presentManifest(
  { as_of: _, ...filters }: TradeFilterParams,
  asOf: AsOfView,
  years: { year: number | null; count: number }[],
): ExportManifestView {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const linksOf = (year?: ExportYear): ExportLinksView => {
    const link = (format: ExportFormat): string => `${EXPORTS}/${fileName(format, year)}?${queryOf(given, asOf)}`;
    return { csv: link('csv'), ndjson: link('ndjson'), parquet: link('parquet') };
  };
  return {
    schema_version: SCHEMA_VERSION,
    as_of: asOf,
    filters: given,
    rows: years.reduce((sum, { count }) => sum + count, 0),
    files: years.map(({ year, count }) => ({ year, rows: count, links: linksOf(year ?? 'undated') })),
    whole: linksOf(),
    dictionary: `${EXPORTS}/dictionary`,
    notice: USE_NOTICE,
  };
}

type Filters = Record<string, string | string[]>;

/** Several values of a filter stand in one parameter, with commas. */
const queryOf = (filters: Filters, asOf: AsOfView): string =>
  new URLSearchParams([
    ...Object.entries(filters).map(([name, value]): [string, string] => [name, String(value)]),
    ['as_of', asOf.at],
  ]).toString();
