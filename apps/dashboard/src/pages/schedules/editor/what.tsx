import { Field } from '../../../ui/field.js';
import { capital } from '../../../ui/text.js';
import { CHAMBERS, KINDS } from '../../../api/task-kinds.js';
import type { Chamber } from './draft.js';
import type { PartProps } from './editor-form.js';
import styles from './editor.module.css';

/** What a tick starts, and for whom. */
export function What({ draft, change, faults }: PartProps): React.JSX.Element {
  const toggle = (chamber: Chamber): void => {
    const isChosen = draft.chambers.includes(chamber);
    change({ chambers: CHAMBERS.filter((one) => (one === chamber ? !isChosen : draft.chambers.includes(one))) });
  };
  return (
    <div className={styles['two']}>
      <Field label="Kind of task" error={faults['task']}>
        {(input) => (
          <select
            {...input}
            value={draft.task}
            // The arguments of one kind mean nothing to another.
            onChange={({ target }) => change({ task: KINDS.find((kind) => kind === target.value)!, args: '{}' })}
          >
            {KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className={styles['group']}>
        <legend>Chambers</legend>
        <div className={styles['choices']}>
          {CHAMBERS.map((chamber) => (
            <label key={chamber} className={styles['choice']}>
              <input type="checkbox" checked={draft.chambers.includes(chamber)} onChange={() => toggle(chamber)} />
              {capital(chamber)}
            </label>
          ))}
        </div>
        {faults['chambers'] && <span className={styles['fault']}>{faults['chambers']}</span>}
      </fieldset>
    </div>
  );
}
