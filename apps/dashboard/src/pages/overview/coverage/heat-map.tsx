import { type KeyboardEvent, useId, useState } from 'react';
import { useMay } from '../../../api/session.js';
import { classes } from '../../../ui/classes.js';
import { capital, plural } from '../../../ui/text.js';
import { type Cell, yearsOf } from './cells.js';
import { cellText } from './cell-text.js';
import type { DayRange } from './days.js';
import type { ChamberCoverage } from './use-coverage.js';
import styles from './coverage.module.css';

interface Props {
  coverage: ChamberCoverage;
  today: string;
  active: readonly DayRange[];
  openGap: (cell: Cell) => void;
}

const INITIALS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
const NAMES = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleDateString('en-US', { month: 'long', timeZone: 'UTC' }),
);
/** In months; up is a year later, as the newest year is at the top. */
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 12, ArrowDown: -12 };

/** Years by months. The arrows go from month to month; what is under the pointer or the focus is said below. */
export function HeatMap({ coverage, today, active, openGap }: Props): React.JSX.Element {
  const id = useId();
  const may = useMay('act');
  const years = yearsOf(coverage.months, today, active);
  const cells = years.flatMap((year) => year.cells).filter(({ figures }) => figures !== null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const newest = today.slice(0, 7);
  const current = cells.find(({ month }) => month === wanted)?.month ?? newest;
  const shown = cells.find(({ month }) => month === (pointed ?? wanted));

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const target = targetOf(event.key, current, cells);
    if (!target) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-month="${target}"]`)?.focus();
  };

  return (
    <section className={styles['map']} aria-labelledby={id}>
      <header className={styles['mapHead']}>
        <h3 id={id}>{capital(coverage.chamber)}</h3>
        <span className="muted numbers">
          {plural(coverage.totals.listed, 'filing')}, {plural(coverage.totals.transactions, 'trade')}
        </span>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a grid is interactive */}
      <table
        role="grid"
        aria-labelledby={id}
        className={styles['grid']}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        <thead>
          <tr>
            <td />
            {INITIALS.map((initial, month) => (
              <th key={NAMES[month]} scope="col" abbr={NAMES[month]}>
                <span aria-hidden="true">{initial}</span>
                <span className="visually-hidden">{NAMES[month]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, cells: months }) => (
            <tr key={year}>
              <th scope="row" className="numbers">
                {year}
              </th>
              {months.map((cell) => (
                <td key={cell.month} role="gridcell">
                  {cell.figures && (
                    <button
                      type="button"
                      className={classes(styles['cell'], styles[cell.state], styles[`level${cell.level}`])}
                      data-month={cell.month}
                      data-unread={cell.figures.failed + cell.figures.waiting > 0 || undefined}
                      tabIndex={cell.month === current ? 0 : -1}
                      aria-label={cellText(cell)}
                      {...(!(may && cell.state === 'gap') && { 'aria-disabled': true })}
                      onFocus={() => setWanted(cell.month)}
                      onPointerEnter={() => setPointed(cell.month)}
                      onClick={() => may && cell.state === 'gap' && openGap(cell)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['readout']} aria-hidden="true">
        {shown ? cellText(shown) : 'Point at a month to see its figures.'}
        {shown?.state === 'gap' && may && ' Click to scrape it.'}
      </p>
    </section>
  );
}

/** The month that a key leads to; null: the key means nothing here. */
function targetOf(key: string, current: string, cells: readonly Cell[]): string | null {
  const months = cells.map(({ month }) => month).toSorted();
  if (key === 'Home') return months[0] ?? null;
  if (key === 'End') return months.at(-1) ?? null;
  const step = STEPS[key];
  if (step === undefined) return null;
  const index = Math.max(0, Math.min(months.length - 1, months.indexOf(current) + step));
  return months[index] ?? null;
}
