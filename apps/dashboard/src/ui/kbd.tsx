import styles from './kbd.module.css';

/** Keys to press, one after the other: `g t`; `Ctrl+K` is one. */
export const Keys = ({ keys }: { keys: string }): React.JSX.Element => (
  <span className={styles['keys']}>
    {keys.split(' ').map((key) => (
      <kbd key={key} className={styles['key']}>
        {key}
      </kbd>
    ))}
  </span>
);
