import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { classes } from '../classes.js';
import { PHONE, useMedia } from '../use-media.js';
import type { Column } from './column.js';
import { TableRow, TableHead } from './table-parts.js';
import { useRowKeys } from './use-row-keys.js';
import styles from './data-table.module.css';

const ROW_PX = 36;
const OVERSCAN = 12;
/** How many rows before the end the next page is asked for. */
const AHEAD = 30;
const SKELETON_ROWS = 8;

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

export interface Selection {
  /** Keys of rows, also of rows that are not loaded any more. */
  selected: ReadonlySet<string>;
  change: (selected: ReadonlySet<string>) => void;
}

interface Props<Row extends object> {
  /** Names the table for screen readers. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** On click and Enter; also give the row a link in one of its cells. */
  open?: (row: Row) => void;
  selection?: Selection;
  isLoading?: boolean;
  /** The next page of the server: asked for as the reader nears the end. */
  more?: { hasMore: boolean; isLoading: boolean; load: () => void };
  empty: ReactNode;
  foot?: ReactNode;
  /** CSS length; by default as much as fits the window. */
  maxHeight?: string;
}

/** A table of any length: only the rows in view are in the document. */
export function DataTable<Row extends object>(props: Props<Row>): React.JSX.Element {
  const { label, rows, columns, keyOf, open, selection, isLoading = false, more, empty, foot, maxHeight } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const isPhone = useMedia(PHONE);

  const table = useTable({
    features,
    data: rows,
    columns: useMemo(() => definitionsOf(columns), [columns]),
    getRowId: keyOf,
    state: {
      columnVisibility: Object.fromEntries(columns.map(({ id, isOptional }) => [id, !(isOptional && isPhone)])),
      rowSelection: Object.fromEntries([...(selection?.selected ?? [])].map((key) => [key, true])),
    },
  });
  const models = table.getRowModel().rows;
  const shown = columns.filter(({ id }) => table.getColumn(id)?.getIsVisible());

  const virtual = useVirtualizer({
    count: models.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => models[index]?.id ?? index,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();

  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (more?.hasMore && !more.isLoading && last >= models.length - AHEAD) more.load();
  }, [last, models.length, more]);

  const focus = useCallback(
    (index: number) => {
      virtual.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
    },
    [virtual],
  );
  const toggle = (key: string): void => {
    const selected = new Set(selection?.selected);
    if (!selected.delete(key)) selected.add(key);
    selection?.change(selected);
  };
  const keys = useRowKeys({
    ...{ count: models.length, focus, table: scroll },
    open: open && ((index) => models[index] && open(models[index].original)),
    toggle: selection && ((index) => models[index] && toggle(models[index].id)),
  });

  const tracks = [...(selection ? ['2.25rem'] : []), ...shown.map(({ width }) => width)].join(' ');
  const style = {
    '--columns': tracks,
    '--row': `${ROW_PX}px`,
    ...(maxHeight && { '--table-height': maxHeight }),
  } as CSSProperties;
  const isEmpty = models.length === 0 && !isLoading;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a grid is interactive */}
      <div
        {...{ ref: scroll, className: styles['scroll'], style, onKeyDown: keys.onKeyDown }}
        {...{ role: 'grid', 'aria-label': label, 'aria-rowcount': more?.hasMore ? -1 : models.length + 1 }}
        {...(selection && { 'aria-multiselectable': true })}
        {...{ 'aria-busy': isLoading }}
        // Without a row nothing else in it can take the focus, and its head may be wider than a phone.
        {...(isEmpty && { tabIndex: 0 })}
      >
        <div className={styles['table']} role="presentation">
          <TableHead columns={shown} selection={selection} keys={models.map(({ id }) => id)} />
          <div
            role="rowgroup"
            className={styles['body']}
            style={{ height: isLoading ? SKELETON_ROWS * ROW_PX : virtual.getTotalSize() }}
          >
            {isLoading
              ? Array.from({ length: SKELETON_ROWS }, (_, index) => (
                  <TableRow
                    key={index}
                    columns={shown}
                    index={index}
                    top={index * ROW_PX}
                    hasSelection={selection !== undefined}
                  />
                ))
              : items.map(({ index, start }) => {
                  const model = models[index]!;
                  return (
                    <TableRow
                      key={model.id}
                      {...{
                        columns: shown,
                        index,
                        top: start,
                        row: model.original,
                        hasSelection: selection !== undefined,
                      }}
                      isActive={index === keys.active}
                      {...(selection && {
                        isSelected: selection.selected.has(model.id),
                        toggle: () => toggle(model.id),
                      })}
                      {...(open && { open: () => open(model.original) })}
                      onFocus={() => keys.setActive(index)}
                    />
                  );
                })}
          </div>
        </div>
      </div>
      {isEmpty && empty}
      {foot && <div className={classes(styles['foot'], 'numbers')}>{foot}</div>}
    </>
  );
}

function definitionsOf<Row extends object>(columns: readonly Column<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>();
  return columns.map(({ id, header, cell }) => helper.display({ id, header, cell: ({ row }) => cell(row.original) }));
}
