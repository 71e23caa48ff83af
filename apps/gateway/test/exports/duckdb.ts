import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Row = Record<string, unknown>;

/** DuckDB, where file names are those of this folder. */
export class Duck {
  private constructor(private readonly connection: DuckDBConnection) {}

  static async in(folder: string): Promise<Duck> {
    const duck = new Duck(await (await DuckDBInstance.create(':memory:')).connect());
    await duck.rows(`SET file_search_path = '${folder}'`);
    await duck.rows(`SET TimeZone = 'UTC'`);
    return duck;
  }

  /** Decimals, dates and instants are texts. */
  async rows(sql: string): Promise<Row[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjectsJson();
  }

  /** Column → type. */
  async types(file: string): Promise<Record<string, unknown>> {
    const columns = await this.rows(`DESCRIBE SELECT * FROM '${file}'`);
    return Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type]));
  }

  close(): void {
    this.connection.closeSync();
  }
}
