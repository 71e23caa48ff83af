import { Badge } from '../../ui/state-badge.js';
import type { Column } from '../../ui/table/column.js';
import { localText, utcText } from '../../ui/time-text.js';
import { ACTOR_NOTES, actorText, RESULT_TONES, SOURCE_TEXTS } from './audit-words.js';
import type { AuditEntry } from './page.js';

/** The table says itself that its times are UTC. */
const Instant = ({ at }: { at: string }): React.JSX.Element => (
  <time dateTime={at} title={localText(at)} className="numbers">
    {utcText(at).replace(' UTC', '')}
  </time>
);

export const COLUMNS: Column<AuditEntry>[] = [
  { id: 'at', header: 'When (UTC)', width: '11.5rem', cell: ({ at }) => <Instant at={at} /> },
  {
    id: 'actor',
    header: 'Who',
    width: 'minmax(7rem, 1fr)',
    cell: (entry) => <span title={ACTOR_NOTES[entry.actor_kind]}>{actorText(entry)}</span>,
  },
  { id: 'action', header: 'What', width: 'minmax(9rem, 11rem)', cell: ({ action }) => <code>{action}</code> },
  {
    id: 'target',
    header: 'On',
    width: 'minmax(8rem, 2fr)',
    isOptional: true,
    cell: ({ target }) => <span title={target ?? ''}>{target ?? '–'}</span>,
  },
  {
    id: 'result',
    header: 'Result',
    width: '8.5rem',
    cell: ({ result, status, count }) => (
      <>
        <Badge tone={RESULT_TONES[result]}>{result}</Badge>{' '}
        <span className="muted">{count > 1 ? `${count} ×` : result === 'ok' ? '' : status}</span>
      </>
    ),
  },
  {
    id: 'source',
    header: 'From',
    width: 'minmax(12rem, 1fr)',
    isOptional: true,
    cell: ({ source, address }) => (
      <>
        {SOURCE_TEXTS[source]} <span className="muted">{address}</span>
      </>
    ),
  },
];
