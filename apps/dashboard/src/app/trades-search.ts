import type { TradesSearch } from '../disclosures/trades/month-trades.js';
import { FORMATS } from '../disclosures/words.js';
import { given, monthOf, oneOf } from './search-values.js';

export const tradesSearch = ({ month, format }: Record<string, unknown>): TradesSearch =>
  given<TradesSearch>({ month: monthOf(month), format: oneOf(FORMATS, format) });
