import { answer, api } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Button } from '../../ui/button.js';
import { Code } from '../../ui/code.js';
import { attempt } from '../../ui/overlays/toasts.js';
import { Panel } from '../../ui/panel.js';
import styles from './first-run.module.css';

const DAYS = 30;

const scrape = (): Promise<void> =>
  attempt(
    answer(
      api.POST('/api/v1/tasks/scrape/{chamber}', {
        ...{ params: { path: { chamber: 'all' } }, body: { days_back: DAYS, unique: true } },
      }),
    ),
    ({ message }) => message,
  );

/** Nothing was ever scraped: how to begin. */
export function FirstRun(): React.JSX.Element {
  const may = useMay('act');
  const curl = `curl -X POST ${window.location.origin}/api/v1/tasks/scrape/all -H 'content-type: application/json' -d '{"days_back": ${DAYS}}'`;
  return (
    <Panel title="Nothing has been scraped yet">
      <div className={styles['body']}>
        <p>
          Rotunda reads the trades that members of Congress disclose, from the sites of both chambers. Begin with what
          was filed in the last {DAYS} days: it takes some minutes, and you can watch it here.
        </p>
        {may && (
          <div>
            <Button kind="primary" onClick={() => void scrape()}>
              Scrape the last {DAYS} days
            </Button>
          </div>
        )}
        <p className="muted">The same in a terminal:</p>
        <Code label="the command of rotunda" text={`npx rotunda scrape all --days-back ${DAYS} --wait`} />
        <Code label="the command of curl" text={curl} />
      </div>
    </Panel>
  );
}
