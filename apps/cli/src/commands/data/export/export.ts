import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../../api/gateway-option.js';
import { type ListOptions, wantedOf } from '../../../api/pages.js';
import { query } from '../../../api/query.js';
import type { Cli } from '../../../cli.js';
import { examples } from '../../../output/examples.js';
import { barOf } from '../../../waiting/progress-lines.js';
import { addTradeFilters } from '../trade-filters.js';
import { downloadFile, type DownloadedFile } from './downloaded-file.js';
import { ExportFolder } from './export-folder.js';

const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
type Format = (typeof FORMATS)[number];

/** The gateway's, as far as it is used here; it has more fields, which stay. */
interface Manifest {
  schema_version: number;
  as_of: { at: string };
  filters: object;
  rows: number;
  files: { year: number | null; rows: number; links: Record<Format, string> }[];
  whole: Record<Format, string>;
  notice: string;
}

interface SavedFile extends DownloadedFile {
  name: string;
  year?: number | null;
}

interface Options extends Omit<ListOptions, 'limit'> {
  out: string;
  format: Format;
  oneFile?: boolean;
}

const MEBIBYTE = 1024 * 1024;
const API = '/api/v1';

/** It has no verbs below it: its own options say which gateway it asks, too. */
const OF_THE_GATEWAY = { gateway: undefined, url: undefined, keyFile: undefined };

/** The verb `export`. */
export function addExport(program: Command, cli: Cli): void {
  const verb = addGatewayOption(
    program.command('export').description('save trades as files, one for each year of filing'),
  );
  addTradeFilters(verb)
    .requiredOption('--out <folder>', 'where to; is made if it is not there')
    .addOption(new Option('--format <format>', 'of the files').choices(FORMATS).default('parquet'))
    .option('--one-file', 'all years in one file')
    .action((options: Options) => exportTrades(verb, cli, options));
  examples(
    verb,
    ['rotunda export --out trades', 'all trades as Parquet, with manifest.json'],
    ['rotunda export --out msft --format csv --one-file --ticker MSFT', 'those of Microsoft in one file'],
    ['rotunda export --out then --as-of 2026-11-28T12:00:00Z --json', 'the same again as it was then, for a program'],
  );
}

async function exportTrades(
  verb: Command,
  cli: Cli,
  { out, format, oneFile, search: q, ...given }: Options,
): Promise<void> {
  const api = apiOf(verb);
  const { filters } = wantedOf({ ...given, q, ...OF_THE_GATEWAY, limit: Infinity });
  const manifest = await api.get<Manifest>(`/exports/manifest${query(filters)}`);
  const wanted = oneFile ? [{ rows: manifest.rows, links: manifest.whole }] : manifest.files;
  const folder = await ExportFolder.open(resolve(out));
  const progress = new Progress(cli, manifest.rows, wanted.length);
  try {
    const files: SavedFile[] = [];
    for (const { rows, links, ...which } of wanted) {
      const path = links[format].slice(API.length);
      const name = nameOf(path);
      const away = (): void => cli.output.hint('The gateway is away or busy; waiting up to a minute.');
      const saved = await downloadFile(api, { path, to: folder.arrivalOf(name) }, (bytes) => progress.add(bytes), away);
      if (saved.rows !== rows) throw changed(name, rows, saved.rows);
      files.push({ name, ...which, ...saved });
      progress.end(rows);
    }
    const { schema_version, as_of, notice } = manifest;
    const saved = { schema_version, format, as_of, filters: manifest.filters, rows: manifest.rows, files, notice };
    await folder.finish(
      files.map(({ name }) => name),
      saved,
    );
    cli.output.show(saved, () => ({
      lines: [
        `${manifest.rows} trades in ${files.length} files in ${out}, as of ${as_of.at}; manifest.json has their checksums.`,
      ],
      quiet: files.map(({ name }) => name),
    }));
  } finally {
    await folder.close();
  }
}

/** `/exports/trades-2024.csv?as_of=…` → `trades-2024.csv` */
const nameOf = (path: string): string => path.split('?', 1)[0]!.split('/').at(-1)!;

/** Postgres stores by the time at which a transaction began: one that had not ended can still add to that instant. */
const changed = (name: string, listed: number, got: number): Error =>
  new Error(`${name} has ${got} trades, not ${listed} as listed: a filing was being stored; run the export again`);

/** How far it is, in a line that updates itself. */
class Progress {
  private rows = 0;
  private files = 0;
  private bytes = 0;

  constructor(
    private readonly cli: Cli,
    private readonly allRows: number,
    private readonly allFiles: number,
  ) {}

  add(bytes: number): void {
    this.bytes += bytes;
    this.show();
  }

  end(rows: number): void {
    this.rows += rows;
    this.files += 1;
    this.show();
  }

  private show(): void {
    const { terminal, output } = this.cli;
    const bar = terminal.updatesInPlace ? `${barOf(this.allRows === 0 ? 1 : this.rows / this.allRows)}  ` : '';
    const megabytes = (this.bytes / MEBIBYTE).toFixed(1);
    output.progress(
      `${bar}${this.files} of ${this.allFiles} files  ${this.rows} of ${this.allRows} trades  ${megabytes} MiB`,
    );
  }
}
