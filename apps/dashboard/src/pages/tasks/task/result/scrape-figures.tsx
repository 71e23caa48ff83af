import type { Schema } from '../../../../api/types.js';
import { Figures } from './figures.js';

export const TradeFigures = ({ stats }: { stats: Schema<'TransactionStatsView'> }): React.JSX.Element => (
  <section>
    <h3>Trades</h3>
    <Figures
      figures={[
        ['Saved', stats.saved],
        ['Stored before', stats.skipped],
        ['Rows not parsed', stats.errors, 'bad'],
        ['Total', stats.total],
      ]}
    />
  </section>
);

export const FilingFigures = ({ filings }: { filings: Schema<'FilingCountsView'> }): React.JSX.Element => (
  <section>
    <h3>Filings</h3>
    <Figures
      figures={[
        ['Parsed', filings.parsed],
        ['Read from paper', filings.paper_read ?? 0],
        ['Paper to review', filings.paper_review ?? 0, 'warning'],
        ['Paper, not read', filings.paper],
        ['Known before', filings.known],
        ['Need review', filings.needs_review, 'warning'],
        ['Not available', filings.unavailable, 'warning'],
        ['Failed', filings.failed, 'bad'],
        ['Listed', filings.listed],
      ]}
    />
  </section>
);
