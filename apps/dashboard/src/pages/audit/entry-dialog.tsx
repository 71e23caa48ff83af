import { Link } from '@tanstack/react-router';
import { Json } from '../../ui/code.js';
import { Button } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { Dialog, DialogButtons } from '../../ui/overlays/dialog.js';
import { Badge } from '../../ui/state-badge.js';
import { Time } from '../../ui/time.js';
import { ACTOR_NOTES, actorText, RESULT_TONES, SOURCE_TEXTS } from './audit-words.js';
import type { AuditEntry } from './page.js';

/** All that is known of one entry. */
export const EntryDialog = ({ entry, close }: { entry: AuditEntry; close: () => void }): React.JSX.Element => (
  <Dialog isOpen close={close} title={entry.action} isWide>
    <Facts
      facts={[
        ['When', <Time key="at" at={entry.at} />],
        ['Who', `${actorText(entry)}${entry.role ? `, role ${entry.role}` : ''}`],
        ['How', ACTOR_NOTES[entry.actor_kind]],
        ['Key', entry.actor_id && <code key="id">{entry.actor_id}</code>],
        ['On', entry.target && <Target key="on" entry={entry} />],
        [
          'Result',
          <span key="result">
            <Badge tone={RESULT_TONES[entry.result]}>{entry.result}</Badge>
            {entry.status !== null && ` HTTP ${entry.status}`}
            {entry.problem && `, ${entry.problem}`}
          </span>,
        ],
        ['Times', entry.count > 1 ? `${entry.count}, counted as one entry` : null],
        ['From', `${SOURCE_TEXTS[entry.source]}${entry.address ? `, ${entry.address}` : ''}`],
        ['Request', entry.request_id && <code key="request">{entry.request_id}</code>],
        ['Trace', entry.trace_id && <code key="trace">{entry.trace_id}</code>],
      ]}
    />
    {Object.keys(entry.params).length > 0 && <Json value={entry.params} label="Parameters" />}
    <DialogButtons>
      <Button onClick={close}>Close</Button>
    </DialogButtons>
  </Dialog>
);

/** A task's page shows what came of it. */
const Target = ({ entry: { action, target } }: { entry: AuditEntry }): React.JSX.Element =>
  action.startsWith('task.') && target ? (
    <Link to="/tasks/$id" params={{ id: target }}>
      {target}
    </Link>
  ) : (
    <code>{target}</code>
  );
