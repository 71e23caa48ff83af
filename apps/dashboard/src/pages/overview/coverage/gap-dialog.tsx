import { useState } from 'react';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/overlays/confirm.js';
import { tell } from '../../../ui/overlays/toasts.js';
import { capital, plural } from '../../../ui/text.js';
import { type Cell, gapAround, gapWithin } from './cells.js';
import { type DayRange, lengthOf, monthText, rangeText } from './days.js';
import type { ChamberCoverage } from './use-coverage.js';
import styles from './coverage.module.css';

interface Props {
  chamber: ChamberCoverage;
  cell: Cell;
  today: string;
  close: () => void;
}

/** Asks for the days of a gap: those of one month, or all of it where it is longer. */
export function GapDialog({ chamber: { chamber, months }, cell, today, close }: Props): React.JSX.Element | null {
  const [isWhole, setWhole] = useState(false);
  const [part, whole] = [gapWithin(cell), gapAround(cell, months, today)];
  if (!part || !whole) return null;
  const isLonger = whole.from < part.from || whole.to > part.to;
  const { from, to } = isWhole ? whole : part;
  const scrape = async (): Promise<void> => {
    const body = { start_date: from, end_date: to, unique: true };
    const { message } = await answer(
      api.POST('/api/v1/tasks/scrape/{chamber}', { params: { path: { chamber } }, body }),
    );
    tell(message);
  };
  return (
    <ConfirmDialog isOpen close={close} title="Scrape this gap" verb={`Scrape ${daysText({ from, to })}`} act={scrape}>
      <div className={styles['gapText']}>
        <p>
          No scrape of the {capital(chamber)} has covered <strong>{rangeText(part)}</strong>. What is stored already is
          not fetched again.
        </p>
        {isLonger && (
          <fieldset className={styles['choice']}>
            <legend className="visually-hidden">How much</legend>
            <Option isChosen={!isWhole} choose={() => setWhole(false)}>
              Only {monthText(cell.month)}: {daysText(part)}
            </Option>
            <Option isChosen={isWhole} choose={() => setWhole(true)}>
              The whole gap, {rangeText(whole)}: {daysText(whole)}
            </Option>
          </fieldset>
        )}
      </div>
    </ConfirmDialog>
  );
}

const daysText = (range: DayRange): string => plural(lengthOf(range), 'day');

const Option = (props: { isChosen: boolean; choose: () => void; children: React.ReactNode }): React.JSX.Element => (
  <label className={styles['option']}>
    <input type="radio" name="how-much" checked={props.isChosen} onChange={props.choose} />
    <span>{props.children}</span>
  </label>
);
