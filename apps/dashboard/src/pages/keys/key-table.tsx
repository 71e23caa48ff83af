import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { Schema } from '../../api/types.js';
import { Confirm } from '../../ui/overlays/confirm.js';
import { tell } from '../../ui/overlays/toasts.js';
import { Badge, type Tone } from '../../ui/state-badge.js';
import type { Column } from '../../ui/table/column.js';
import { SimpleTable } from '../../ui/table/simple-table.js';
import { capital } from '../../ui/text.js';
import { RelativeTime, Time } from '../../ui/time.js';
import styles from './keys.module.css';

type Key = Schema<'KeyView'>;

const TONES: Record<Key['state'], Tone> = { usable: 'good', expired: 'neutral', revoked: 'bad' };

const columnsFor = (ownId: string | null): Omit<Column<Key>, 'width'>[] => [
  {
    id: 'name',
    header: 'Name',
    cell: ({ id, name }) => (
      <>
        <strong>{name}</strong> {id === ownId && <span className="muted">(yours)</span>}
        <div className={styles['id']}>
          <code>{id}</code>
        </div>
      </>
    ),
  },
  { id: 'role', header: 'Role', cell: ({ role }) => role },
  { id: 'state', header: 'State', cell: ({ state }) => <Badge tone={TONES[state]}>{capital(state)}</Badge> },
  {
    id: 'used',
    header: 'Last used',
    cell: ({ last_used_at }) => (last_used_at ? <RelativeTime at={last_used_at} /> : 'Never'),
  },
  {
    id: 'expires',
    header: 'Expires',
    isOptional: true,
    cell: ({ expires_at }) => (expires_at ? <RelativeTime at={expires_at} /> : 'Never'),
  },
  {
    id: 'made',
    header: 'Made',
    isOptional: true,
    cell: ({ created_at }) => <Time at={created_at} seconds={false} />,
  },
  {
    id: 'action',
    header: 'Action',
    cell: (key) => key.state === 'usable' && <Revoke of={key} isOwn={key.id === ownId} />,
  },
];

interface Props {
  keys: Key[];
  /** The key that this browser is signed in with. */
  ownId: string | null;
}

export const KeyTable = ({ keys, ownId }: Props): React.JSX.Element => (
  <SimpleTable label="Keys" rows={keys} keyOf={({ id }) => id} columns={columnsFor(ownId)} />
);

function Revoke({ of: { id, name }, isOwn }: { of: Key; isOwn: boolean }): React.JSX.Element {
  const client = useQueryClient();
  return (
    <Confirm
      label="Revoke"
      kind="danger"
      size="small"
      title={`Revoke the key “${name}”?`}
      verb="Revoke"
      act={async () => {
        await answer(api.DELETE('/api/v1/keys/{id}', { params: { path: { id } } }));
        tell(`The key “${name}” is revoked.`);
        await client.invalidateQueries({ queryKey: ['keys'] });
      }}
    >
      Whoever uses it is refused from now on, and its sessions end. This can’t be undone.
      {isOwn && ' You are signed in with it yourself: you will have to sign in with another.'}
    </Confirm>
  );
}
