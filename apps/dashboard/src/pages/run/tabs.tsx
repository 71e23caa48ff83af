import { capital } from '../../ui/text.js';
import styles from './run.module.css';

interface Props {
  label: string;
  values: readonly string[];
  chosen: string;
  choose: (value: string) => void;
}

/** One of a few. */
export const Tabs = ({ label, values, chosen, choose }: Props): React.JSX.Element => (
  <fieldset className={styles['tabs']}>
    <legend>{label}</legend>
    <div>
      {values.map((value) => (
        <label key={value} className={styles['tab']}>
          <input type="radio" name={label} checked={value === chosen} onChange={() => choose(value)} />
          {capital(value)}
        </label>
      ))}
    </div>
  </fieldset>
);
