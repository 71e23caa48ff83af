import { type ReactNode, useId } from 'react';
import { classes } from './classes.js';
import styles from './panel.module.css';

interface Props {
  title: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Whether the content reaches the border, as a table does. */
  flush?: boolean;
  children: ReactNode;
}

export function Panel({ title, actions, flush = false, children }: Props): React.JSX.Element {
  const id = useId();
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      <div className={classes(styles['body'], flush && styles['flush'])}>{children}</div>
    </section>
  );
}
