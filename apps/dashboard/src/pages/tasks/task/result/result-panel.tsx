import { useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { Json } from '../../../../ui/code.js';
import { Panel } from '../../../../ui/panel.js';
import { Badge } from '../../../../ui/state-badge.js';
import { plural } from '../../../../ui/text.js';
import type { Group, Task } from '../use-task.js';
import { CheckResult, ReparseResult, ScrapeResult } from './kind-results.js';
import { FilingFigures, TradeFigures } from './scrape-figures.js';
import styles from './result.module.css';

/** The result by its figures, or as the JSON that programs get. */
export function ResultPanel({ result }: { result: NonNullable<Task['result'] | Group['result']> }): React.JSX.Element {
  const [isRaw, setRaw] = useState(false);
  return (
    <Panel
      title="Result"
      actions={
        <>
          <Badge tone={result.status === 'success' ? 'good' : 'warning'}>{result.status}</Badge>
          <Button size="small" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
            JSON
          </Button>
        </>
      }
    >
      {isRaw ? <Json value={result} label="the result" /> : <Shown result={result} />}
    </Panel>
  );
}

function Shown({ result }: { result: NonNullable<Task['result'] | Group['result']> }): React.JSX.Element {
  if ('totals' in result)
    return (
      <div className={styles['result']}>
        <p className="muted">{plural(result.results.length, 'child', 'children')} with a result</p>
        <TradeFigures stats={result.totals.stats} />
        <FilingFigures filings={result.totals.filings} />
      </div>
    );
  if ('stats' in result) return <ScrapeResult result={result} />;
  return 'checks' in result ? <CheckResult result={result} /> : <ReparseResult result={result} />;
}
