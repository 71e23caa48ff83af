import { Field } from '../../../ui/field.js';
import type { PartProps } from './editor-form.js';
import styles from './editor.module.css';

/** What happens to ticks that come too early or too late. */
export const Rules = ({ draft, change, faults }: PartProps): React.JSX.Element => (
  <div className={styles['two']}>
    <Field label="While the last tick is unfinished" error={faults['overlap']}>
      {(input) => (
        <select
          {...input}
          value={draft.overlap}
          onChange={({ target }) => change({ overlap: target.value === 'allow' ? 'allow' : 'skip' })}
        >
          <option value="skip">Skip the tick</option>
          <option value="allow">Run it too</option>
        </select>
      )}
    </Field>
    <Field label="After an outage of the scheduler" error={faults['catch_up']}>
      {(input) => (
        <select
          {...input}
          value={draft.catch_up}
          onChange={({ target }) => change({ catch_up: target.value === 'none' ? 'none' : 'latest' })}
        >
          <option value="latest">Run the latest missed tick, up to 12 hours later</option>
          <option value="none">Do not make up for missed ticks</option>
        </select>
      )}
    </Field>
    <label className={styles['choice']}>
      <input type="checkbox" checked={draft.expires} onChange={({ target }) => change({ expires: target.checked })} />A
      command that no worker took expires with the next tick
    </label>
  </div>
);
