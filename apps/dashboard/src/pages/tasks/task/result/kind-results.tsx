import type { Schema } from '../../../../api/types.js';
import type { Column } from '../../../../ui/table/column.js';
import { SimpleTable } from '../../../../ui/table/simple-table.js';
import { countText } from '../../../../ui/text.js';
import { Figures } from './figures.js';
import { FilingFigures, TradeFigures } from './scrape-figures.js';
import styles from './result.module.css';

export const ScrapeResult = ({ result }: { result: Schema<'ScrapeResultView'> }): React.JSX.Element => (
  <div className={styles['result']}>
    <p>
      Filed from <span className="numbers">{result.start_date}</span> to{' '}
      <span className="numbers">{result.end_date}</span>
    </p>
    <TradeFigures stats={result.stats} />
    <FilingFigures filings={result.filings} />
    <Warnings warnings={result.warnings} />
  </div>
);

export const CheckResult = ({ result }: { result: Schema<'CheckResultView'> }): React.JSX.Element => (
  <dl className={styles['checks']}>
    {result.checks.map(({ name, detail }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
);

export const ReparseResult = ({ result }: { result: Schema<'ReparseResultView'> }): React.JSX.Element => (
  <div className={styles['result']}>
    <p>{result.applied ? 'The differences were stored.' : 'Nothing was stored: this shows what would change.'}</p>
    <section>
      <h3>Filings</h3>
      <Figures
        figures={[
          ['Looked at', result.filings.looked_at],
          ['Same', result.filings.same],
          ['Different', result.filings.different, 'warning'],
          ['Failed', result.filings.failed, 'bad'],
        ]}
      />
    </section>
    <section>
      <h3>Rows</h3>
      <Figures
        figures={[
          ['Added', result.rows.added],
          ['Removed', result.rows.removed],
          ['Changed', result.rows.changed],
        ]}
      />
    </section>
    <Changes changes={result.changes} />
    <Examples examples={result.examples} />
    <Warnings warnings={result.warnings} />
  </div>
);

const CHANGE_COLUMNS: Omit<Column<[field: string, count: number]>, 'width'>[] = [
  { id: 'field', header: 'Field', cell: ([field]) => <code>{field}</code> },
  { id: 'count', header: 'Differences', isNumber: true, cell: ([, count]) => countText(count) },
];

function Changes({ changes }: { changes: Record<string, number> }): React.ReactNode {
  const rows = Object.entries(changes);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>Differences by field</h3>
      <SimpleTable label="Differences by field" rows={rows} columns={CHANGE_COLUMNS} keyOf={([field]) => field} />
    </section>
  );
}

const EXAMPLE_COLUMNS: Omit<Column<Schema<'ReparseExampleView'>>, 'width'>[] = [
  { id: 'filing', header: 'Filing', cell: ({ external_id }) => <code>{external_id}</code> },
  { id: 'row', header: 'Row', isNumber: true, cell: ({ ordinal }) => ordinal ?? '' },
  { id: 'field', header: 'Field', cell: ({ field }) => <code>{field}</code> },
  { id: 'before', header: 'Before', cell: ({ before }) => <code>{JSON.stringify(before)}</code> },
  { id: 'after', header: 'After', cell: ({ after }) => <code>{JSON.stringify(after)}</code> },
];

function Examples({ examples }: { examples: Schema<'ReparseExampleView'>[] }): React.ReactNode {
  if (examples.length === 0) return null;
  return (
    <section>
      <h3>The first differences</h3>
      <SimpleTable
        label="The first differences"
        rows={examples}
        columns={EXAMPLE_COLUMNS}
        keyOf={({ external_id, ordinal, field }) => `${external_id} ${ordinal} ${field}`}
      />
    </section>
  );
}

function Warnings({ warnings }: { warnings: string[] }): React.ReactNode {
  if (warnings.length === 0) return null;
  return (
    <section>
      <h3>Warnings</h3>
      <ul className={styles['warnings']}>
        {warnings.map((warning, index) => (
          <li key={index}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
