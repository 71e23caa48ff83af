import { Link } from '@tanstack/react-router';
import { PERIODS, type Period } from './route.js';
import styles from './throughput.module.css';

const NAMES: Record<Period, string> = { hour: 'Hour', day: 'Day', quarter: '90 days' };

export const PeriodChoice = ({ chosen }: { chosen: Period }): React.JSX.Element => (
  <nav className={styles['periods']} aria-label="Period">
    {PERIODS.map((period) => (
      <Link
        key={period}
        to="/throughput"
        search={(search) => ({ ...search, period })}
        className={styles['period']}
        {...(period === chosen && { 'data-chosen': true, 'aria-current': 'true' as const })}
      >
        {NAMES[period]}
      </Link>
    ))}
  </nav>
);
