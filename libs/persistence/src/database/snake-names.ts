import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** `documentSha256` → `document_sha256`: a digit does not begin a new word, with these exceptions. */
const EXCEPTIONS = new Map([['capGainsOver200', 'cap_gains_over_200']]);

export function columnOf(property: string): string {
  return EXCEPTIONS.get(property) ?? property.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** A record as a row: top-level keys become column names, keys inside JSON values stay. */
export function toRow(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([property, value]) => [columnOf(property), value]));
}

/** Names columns in snake_case, and constraints as Postgres itself does, so that migrations need not name them. */
export class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string): string {
    return custom || columnOf(property);
  }

  override primaryKeyName(table: Table | string): string {
    return `${this.getTableName(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${this.getTableName(table)}_${columns.join('_')}_fkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${this.getTableName(table)}_${columns.join('_')}_key`;
  }
}
