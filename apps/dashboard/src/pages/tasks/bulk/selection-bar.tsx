import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { plural } from '../../../ui/text.js';
import type { TaskFilter } from '../filter/filter-values.js';
import { BulkDialog } from './bulk-dialog.js';
import type { BulkTarget, BulkVerb } from './bulk-request.js';
import styles from './bulk.module.css';

/** Rows by their ids, or all that match the filter. */
export type Selected = { ids: ReadonlySet<string> } | 'all';

interface Props {
  selected: Selected;
  select: (selected: Selected) => void;
  filter: TaskFilter;
  /** `12,345`, or `10,000+`; null while it is not known. */
  matching: string | null;
}

/** What can be done with the selected tasks. */
export function SelectionBar({ selected, select, filter, matching }: Props): React.JSX.Element {
  // The target is that of the moment: what comes in later was not asked about.
  const [asked, setAsked] = useState<{ verb: BulkVerb; target: BulkTarget } | null>(null);
  const none = (): void => select({ ids: new Set() });
  const ask = (verb: BulkVerb): void =>
    setAsked({ verb, target: selected === 'all' ? { filter } : { ids: [...selected.ids] } });
  return (
    <div className={styles['bar']} role="region" aria-label="Selected tasks">
      <strong role="status">
        {selected === 'all'
          ? matching === null
            ? 'All that match'
            : `All ${matching} that match`
          : `${plural(selected.ids.size, 'task')} selected`}
      </strong>
      <Button size="small" onClick={() => ask('retry')}>
        Retry
      </Button>
      <Button size="small" kind="danger" onClick={() => ask('cancel')}>
        Cancel
      </Button>
      {selected !== 'all' && (
        <Button size="small" kind="plain" onClick={() => select('all')}>
          Select all {matching} that match
        </Button>
      )}
      <Button size="small" kind="plain" onClick={none}>
        Clear selection
      </Button>
      {asked && (
        <BulkDialog
          {...asked}
          close={(isDone) => {
            setAsked(null);
            if (isDone) none();
          }}
        />
      )}
    </div>
  );
}
