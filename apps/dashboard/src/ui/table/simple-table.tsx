import { classes } from '../classes.js';
import { PHONE, useMedia } from '../use-media.js';
import type { Column } from './column.js';
import styles from './simple-table.module.css';

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Omit<Column<Row>, 'width'>[];
  keyOf: (row: Row) => string;
}

/** A table of a few rows, all of them in the document. DataTable is for those that may be long. */
export function SimpleTable<Row>({ label, rows, columns, keyOf }: Props<Row>): React.JSX.Element {
  const isPhone = useMedia(PHONE);
  const shown = columns.filter(({ isOptional }) => !(isOptional && isPhone));
  return (
    // It scrolls where it is too wide: so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {shown.map(({ id, header, isNumber }) => (
              <th key={id} scope="col" className={classes(isNumber && styles['number'])}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {shown.map(({ id, cell, isNumber }) => (
                <td key={id} className={classes(isNumber && styles['number'])}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
