import { Inject, Injectable } from '@nestjs/common';
import { type Trade, type TradeFilters, TradesQuery } from '#rotunda/persistence';
import { presentTrade } from '../disclosures/trades/trade.view.js';
import { USE_NOTICE } from '../http/use-notice.js';
import { TRADE_COLUMNS } from './columns/trade-columns.js';
import { ExportBody } from './export-body.js';
import { ENCODINGS, type ExportFormat } from './formats/formats.js';
import { EXPORT_SETTINGS, type ExportSettings, RunningExports } from './running-exports.js';

type Filters = Omit<TradeFilters, 'limit' | 'cursor'>;

/** Makes the files of trades. */
@Injectable()
export class TradeExports {
  constructor(
    private readonly trades: TradesQuery,
    private readonly running: RunningExports,
    @Inject(EXPORT_SETTINGS) private readonly settings: ExportSettings,
  ) {}

  /** @throws ProblemException (503) where too many run */
  async begin(filters: Filters, format: ExportFormat): Promise<ExportBody<Trade>> {
    const onEnd = this.running.begin();
    const about = { notice: USE_NOTICE, ...(filters.asOf && { as_of: filters.asOf.toISOString() }) };
    return ExportBody.of({
      source: this.trades.stream(filters),
      present: presentTrade,
      encode: (rows) => ENCODINGS[format].encode(rows, TRADE_COLUMNS, about),
      stalledAfterMs: this.settings.EXPORT_STALLED_AFTER_MS,
      onEnd,
    });
  }

  /** An instant that has passed by both clocks: the one that stores rows, and the one that checks `as_of`. */
  async lastInstant(now: Date): Promise<Date> {
    return new Date(Math.min(now.getTime(), (await this.trades.now()).getTime()));
  }
}
