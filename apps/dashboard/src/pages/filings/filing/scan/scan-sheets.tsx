import { Panel } from '../../../../ui/panel.js';
import type { OneFiling } from '../page.js';
import { SheetRows } from './sheet-rows.js';
import { useWaiting } from './use-waiting.js';
import styles from './scan.module.css';

/** The upright pictures of a scan's sheets, each beside what was read on it. */
export function ScanSheets({ filing }: { filing: OneFiling }): React.JSX.Element {
  const waiting = useWaiting(filing);
  return (
    <Panel title="Sheets" actions={<Class filing={filing} />}>
      <div className={styles['sheets']}>
        {filing.pages.map(({ page }) => (
          <section key={page} className={styles['sheet']} aria-label={`Sheet ${page}`}>
            <Picture id={filing.id} page={page} />
            <div>
              <h3>Sheet {page}</h3>
              <SheetRows
                trades={filing.transactions.filter(({ provenance }) => provenance.page === page)}
                waiting={waiting.filter((row) => row.page === page)}
              />
            </div>
          </section>
        ))}
      </div>
    </Panel>
  );
}

const CLASSES: Record<NonNullable<OneFiling['paper_class']>, string> = {
  typed: 'Filled in by a machine',
  handwritten: 'Filled in by hand',
  mixed: 'Filled in by a machine and by hand',
  attachment: 'A list is attached',
  nothing: 'Nothing to report',
  unknown: 'No known form',
};

const Class = ({ filing: { paper_class: kind } }: { filing: OneFiling }): React.JSX.Element | null =>
  kind === null ? null : <span className="muted">{CLASSES[kind]}</span>;

function Picture({ id, page }: { id: string; page: number }): React.JSX.Element {
  const path = `/api/v1/filings/${id}/sheets/${page}.png`;
  return (
    <a href={path} target="_blank" rel="noreferrer" className={styles['picture']}>
      <img src={path} alt={`Sheet ${page}, upright`} loading="lazy" />
    </a>
  );
}
