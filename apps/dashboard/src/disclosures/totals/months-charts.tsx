import { useMemo } from 'react';
import type { Schema } from '../../api/types.js';
import { Chart } from '../../ui/chart/chart.js';
import { COUNTS, DOLLARS, MONTH_SECONDS } from '../../ui/chart/scale.js';
import { Empty } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { plural } from '../../ui/text.js';
import { beginOf, courseOf } from './months.js';
import { boundsText } from './sums.js';
import styles from './totals.module.css';

interface Props {
  months: readonly Schema<'MonthTotalsView'>[];
  totals: Schema<'TradeTotalsView'>;
  /** On a click at a month, and Enter. */
  open: (month: string) => void;
}

/** When it was traded, and for how much. */
export function MonthsCharts({ months, totals, open }: Props): React.JSX.Element {
  const { course, times, range } = useMemo(() => {
    const made = courseOf(months);
    const begins = made.months.map(beginOf);
    const until: [number, number] = [begins[0] ?? 0, (begins.at(-1) ?? 0) + MONTH_SECONDS];
    return { course: made, times: begins, range: until };
  }, [months]);
  const undated = months.find(({ month }) => month === null)?.all.trades ?? 0;
  const shared = {
    ...{ times, range, stepSeconds: MONTH_SECONDS, cursorGroup: 'months' },
    open: (index: number) => course.months[index] && open(course.months[index]),
  };
  return (
    <Panel title="By month" actions={<span className="muted">A click on a month shows its trades.</span>}>
      {times.length === 0 ? (
        <Empty title="No trade has a date." />
      ) : (
        <div className={styles['charts']}>
          <div className={styles['chart']}>
            <h3>Trades</h3>
            <Chart
              {...{ ...shared, series: course.trades, scale: COUNTS }}
              label={`${plural(totals.all.trades, 'trade')} by month. Enter shows the trades of a month.`}
            />
          </div>
          <div className={styles['chart']}>
            <h3>Amounts</h3>
            <Chart
              {...{ ...shared, series: course.amounts, scale: DOLLARS }}
              label={`${boundsText(totals.all)} by month. Enter shows the trades of a month.`}
            />
          </div>
        </div>
      )}
      <p className={styles['note']}>
        By the day of the trade. Amounts are bands: both ends are added up, and what lies between them is not known.
        {undated > 0 &&
          ` ${plural(undated, 'trade')} without a possible date ${undated === 1 ? 'is' : 'are'} left out.`}
      </p>
    </Panel>
  );
}
