import type { TradesSearch } from '../disclosures/trades/month-trades.js';
import { FORMATS } from '../disclosures/words.js';
import { given, monthOf, oneOf } from './search-values.js';

export const tradesSearch = ({ month, source }: Record<string, unknown>): TradesSearch =>
  given<TradesSearch>({ month: monthOf(month), source: oneOf(FORMATS, source) });
