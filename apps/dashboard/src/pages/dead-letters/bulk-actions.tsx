import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import type { Schema } from '../../api/types.js';
import { Confirm } from '../../ui/overlays/confirm.js';
import { tell } from '../../ui/overlays/toasts.js';
import { plural } from '../../ui/text.js';
import type { DeadLetter } from './page.js';
import type { LetterFilters } from './route.js';
import styles from './dead-letters.module.css';

interface Props {
  filters: LetterFilters;
  /** How many match the filters. */
  count: number | null;
  selected: readonly DeadLetter[];
  done: () => void;
}

/** Replays or deletes the selected, or replays all that match. */
export function BulkActions({ filters, count, selected, done }: Props): React.JSX.Element {
  const client = useQueryClient();
  const mayDelete = useMay('admin');
  const isFiltered = Object.keys(filters).length > 0;
  const finish = (text: string): void => {
    tell(text);
    done();
    void client.invalidateQueries({ queryKey: ['dead-letters'] });
  };
  const replay = async (body: LetterFilters & { sequences?: number[] }): Promise<void> =>
    finish(replayedText(await answer(api.POST('/api/v1/tasks/dead-letters/replay', { body }))));
  const sequences = selected.map(({ sequence }) => sequence);
  const remove = async (): Promise<void> => {
    for (const sequence of sequences)
      await answer(api.DELETE('/api/v1/tasks/dead-letters/{sequence}', { params: { path: { sequence } } }));
    finish(`${plural(sequences.length, 'dead letter')} deleted.`);
  };
  const some = plural(selected.length, 'dead letter');
  const all = plural(count ?? 0, 'dead letter');
  if (selected.length > 0)
    return (
      <div className={styles['actions']}>
        <Confirm
          label={`Replay ${selected.length} selected`}
          kind="primary"
          size="small"
          title={`Replay ${some}?`}
          verb="Replay"
          act={() => replay({ sequences })}
        >
          {WHAT_REPLAY_DOES}
        </Confirm>
        {mayDelete && (
          <Confirm label="Delete" kind="danger" size="small" title={`Delete ${some}?`} verb="Delete" act={remove}>
            Their tasks stay as they are. This can’t be undone.
          </Confirm>
        )}
      </div>
    );
  return (
    <Confirm
      label={isFiltered ? 'Replay all that match' : 'Replay all'}
      size="small"
      disabled={!count}
      title={`Replay ${all}?`}
      verb={`Replay ${all}`}
      act={() => replay(filters)}
    >
      {WHAT_REPLAY_DOES}
    </Confirm>
  );
}

const WHAT_REPLAY_DOES =
  'Each task is queued for its next run, with its original command. One that already has a later run is left alone.';

function replayedText({ replayed, invalid, skipped }: Schema<'ReplayCounts'>): string {
  const more = [
    ...(invalid > 0 ? [`${invalid} of them will fail again: their commands are not valid`] : []),
    ...(skipped > 0 ? [`${skipped} left alone: they have a later run, or theirs has not ended`] : []),
  ];
  return [`${plural(replayed, 'task')} queued`, ...more].join('; ') + '.';
}
