import { Link, type LinkProps } from '@tanstack/react-router';
import { Skeleton } from '../../../ui/notice.js';
import { Badge, type Tone } from '../../../ui/state-badge.js';
import styles from './health.module.css';

interface Props {
  name: string;
  to?: LinkProps['to'];
  tone?: Tone;
  /** Without one a skeleton is shown. */
  word?: string;
  reason?: string | null;
}

export const HealthRow = ({ name, to, tone = 'neutral', word, reason }: Props): React.JSX.Element => (
  <li className={styles['row']}>
    <span className={styles['name']}>{to ? <Link to={to}>{name}</Link> : name}</span>
    {word ? <Badge tone={tone}>{word}</Badge> : <Skeleton width="3.5rem" />}
    {reason && <span className={styles['reason']}>{reason}</span>}
  </li>
);
