import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

/** Names and values below each other; a value that is null or undefined is left out with its name. */
export const Facts = ({ facts }: { facts: [name: string, value: ReactNode][] }): React.JSX.Element => (
  <dl className={styles['facts']}>
    {facts
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);
