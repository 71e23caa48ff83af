import type { Schema } from '../../../../api/types.js';
import { Facts } from '../../../../ui/facts.js';
import { ArchivedDocument } from './archived-document.js';
import styles from './attempts.module.css';

type Props = { evidence: Schema<'AttemptEvidenceView'> };

/** The last exchange with the site before the attempt failed. */
export function Evidence({ evidence: { url, status, headers, page, screenshot } }: Props): React.JSX.Element {
  const names = Object.keys(headers);
  return (
    <section className={styles['evidence']} aria-label="What the site had answered">
      <h3>What the site had answered</h3>
      <Facts
        facts={[
          ['URL', <code key="url">{url}</code>],
          ['Status', status === null ? 'There was no answer.' : <strong key="status">{status}</strong>],
        ]}
      />
      {names.length > 0 && (
        <details>
          <summary>Headers ({names.length})</summary>
          <Facts facts={names.map((name) => [name, <code key={name}>{headers[name]}</code>])} />
        </details>
      )}
      {screenshot !== undefined && (
        <details>
          <summary>Screenshot</summary>
          <ArchivedDocument path={screenshot} mediaType="image/png" title="What the browser showed" />
        </details>
      )}
      {page !== undefined && (
        <details>
          <summary>Page</summary>
          <ArchivedDocument path={page} mediaType={headers['content-type'] ?? ''} title="The answer’s body" />
        </details>
      )}
    </section>
  );
}
