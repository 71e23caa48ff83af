import type { MouseEvent } from 'react';
import { classes } from '../classes.js';
import { Skeleton } from '../notice.js';
import type { Column } from './column.js';
import type { Selection } from './data-table.js';
import styles from './data-table.module.css';

interface HeadProps<Row> {
  columns: readonly Column<Row>[];
  selection: Selection | undefined;
  /** Of all loaded rows. */
  keys: string[];
}

export function TableHead<Row>({ columns, selection, keys }: HeadProps<Row>): React.JSX.Element {
  const isAll = keys.length > 0 && keys.every((key) => selection?.selected.has(key));
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" className={styles['row']}>
        {selection && (
          <div role="columnheader" className={styles['cell']}>
            <input
              type="checkbox"
              className={styles['check']}
              aria-label="Select all rows that are loaded"
              checked={isAll}
              onChange={() => selection.change(new Set(isAll ? [] : keys))}
            />
          </div>
        )}
        {columns.map(({ id, header, isNumber }) => (
          <div key={id} role="columnheader" className={classes(styles['cell'], isNumber && styles['number'])}>
            {header}
          </div>
        ))}
      </div>
    </div>
  );
}

interface RowProps<Row> {
  columns: readonly Column<Row>[];
  index: number;
  /** In px from the first row. */
  top: number;
  hasSelection: boolean;
  /** Without one a skeleton is shown. */
  row?: Row;
  isActive?: boolean;
  isSelected?: boolean;
  toggle?: () => void;
  open?: () => void;
  onFocus?: () => void;
}

export function TableRow<Row>(props: RowProps<Row>): React.JSX.Element {
  const { columns, index, top, hasSelection, row, isActive, isSelected, toggle, open, onFocus } = props;
  // Links, buttons and check boxes of the row do their own work; and whoever marks text wants to copy it.
  const openRow = ({ target }: MouseEvent): void => {
    if ((target as HTMLElement).closest('a, button, input') || !window.getSelection()?.isCollapsed) return;
    open?.();
  };
  return (
    <div
      {...{ role: 'row', 'data-index': index, 'aria-rowindex': index + 2, onFocus, onClick: openRow }}
      {...{ tabIndex: isActive ? 0 : -1, className: classes(styles['row'], open && styles['clickable']) }}
      {...(isSelected !== undefined && { 'aria-selected': isSelected })}
      style={{ transform: `translateY(${top}px)` }}
    >
      {hasSelection && (
        <div role="gridcell" className={styles['cell']}>
          {row && (
            <input
              type="checkbox"
              tabIndex={-1}
              className={styles['check']}
              aria-label="Select this row"
              checked={isSelected ?? false}
              onChange={toggle}
            />
          )}
        </div>
      )}
      {columns.map(({ id, cell, isNumber }) => (
        <div key={id} role="gridcell" className={classes(styles['cell'], isNumber && styles['number'])}>
          {row ? cell(row) : <Skeleton width="70%" />}
        </div>
      ))}
    </div>
  );
}
