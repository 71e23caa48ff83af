import type { Schema } from '../../../api/types.js';
import { Facts } from '../../../ui/facts.js';
import styles from './task.module.css';

/** The command that was split into a group. */
export const SplitFacts = ({ whole }: { whole: Schema<'SplitCommandView'> }): React.JSX.Element => (
  <section className={styles['split']}>
    <h3>Split from one command</h3>
    <Facts
      facts={[
        ['Chamber', whole.chamber],
        ['Arguments', <code key="args">{JSON.stringify(whole.args)}</code>],
        ['Days', whole.window && `${whole.window.start} to ${whole.window.end}`],
        ['Days of a child, at most', whole.max_days],
      ]}
    />
  </section>
);
