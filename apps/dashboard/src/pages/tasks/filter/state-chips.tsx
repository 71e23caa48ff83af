import { classes } from '../../../ui/classes.js';
import { countText } from '../../../ui/text.js';
import type { Schema } from '../../../api/types.js';
import { STATES, type TaskFilter } from './filter-values.js';
import styles from './filter.module.css';

interface Props {
  /** Of all that match the other filters. */
  count: Schema<'TaskCountView'> | undefined;
  state: TaskFilter['state'];
  choose: (state: TaskFilter['state']) => void;
}

/** Each state with the number of its tasks; one of them, or all. */
export const StateChips = ({ count, state, choose }: Props): React.JSX.Element => (
  <div className={styles['chips']} role="group" aria-label="State">
    <Chip label="All" count={count?.count} isCut={count?.at_least} isChosen={!state} choose={() => choose(undefined)} />
    {STATES.map((one) => (
      <Chip
        key={one}
        label={one}
        count={count?.states[one]}
        isCut={count?.at_least && (count.states[one] ?? 0) > 0}
        isChosen={state === one}
        choose={() => choose(state === one ? undefined : one)}
      />
    ))}
  </div>
);

interface ChipProps {
  label: string;
  count: number | undefined;
  isCut: boolean | undefined;
  isChosen: boolean;
  choose: () => void;
}

const Chip = ({ label, count, isCut, isChosen, choose }: ChipProps): React.JSX.Element => (
  <button
    type="button"
    className={classes(styles['chip'], styles[label])}
    aria-pressed={isChosen}
    onClick={choose}
    {...(isCut && { title: 'Of many tasks only the first 10,000 are counted' })}
  >
    {label}
    <span className={styles['count']}>{count === undefined ? '…' : `${countText(count)}${isCut ? '+' : ''}`}</span>
  </button>
);
