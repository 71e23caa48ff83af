import { Argument, type Command, Option } from 'commander';
import type { Cli } from '../cli.js';
import { nearest } from '#rotunda/runtime/light';
import { UsageError } from '../exit-codes.js';
import { examples } from '../output/examples.js';
import { fieldLines } from '../output/fields.js';
import type { Output } from '../output/output.js';
import { paint, type Paper } from '../output/paint.js';
import { type Column, tableLines } from '../output/table.js';
import { type Program, PROGRAMS } from '../settings/setting-tables.js';
import type { Configuration, ShownSetting } from '../settings/shown-settings.js';
import { inCell } from './data/cells.js';

const LONGEST_VALUE = 60;

const COLUMNS: Column<ShownSetting>[] = [
  { name: 'setting', cell: ({ name }) => name },
  {
    name: 'value',
    cell: valueOf,
    colour: ({ complaint, source }) => (complaint ? 'red' : source === 'default' ? 'dim' : null),
  },
  { name: 'from', cell: sourceOf, colour: ({ source }) => (source === 'default' ? 'dim' : null) },
  { name: 'what', cell: ({ description }) => description, colour: () => 'dim' },
];

/** The verbs below `config`: on the environment of this process, as a service that it starts would have it. */
export function addConfig(program: Command, cli: Cli): void {
  const config = program.command('config').description('show and check settings');
  addList(config, cli);
  addShow(config, cli);
  addCheck(config, cli);
}

/** Loaded late: the tables are those of all services. */
async function read(program: Program | null): Promise<Configuration> {
  const [{ childEnvironment }, { configurationOf }] = await Promise.all([
    import('../config.js'),
    import('../settings/shown-settings.js'),
  ]);
  return configurationOf(program, childEnvironment({}));
}

const serviceOption = (): Option => new Option('--service <name>', 'only what this one reads').choices(PROGRAMS);

function addList(config: Command, { output, terminal }: Cli): void {
  const list = config
    .command('list', { isDefault: true })
    .description('list each setting, its value, and where that came from; secrets are only said to be set')
    .addOption(serviceOption())
    .option('--changed', 'only those that are set', false)
    .action(async ({ service, changed }: { service?: Program; changed: boolean }) => {
      const { settings, unknown } = await read(service ?? null);
      const listed = settings.filter(({ source }) => !changed || source !== 'default');
      const lines = (): string[] => (listed.length === 0 ? ['Nothing is set.'] : sectionLines(listed, terminal));
      output.show({ settings: listed, unknown }, () => ({ lines: lines(), quiet: listed.map(({ name }) => name) }));
      hintAtUnknown(output, unknown);
    });
  examples(
    list,
    ['rotunda config list --changed', 'what differs from the defaults'],
    ['rotunda config list --service house-scraper', 'what the House’s worker reads'],
  );
}

function addShow(config: Command, { output }: Cli): void {
  const show = config
    .command('show')
    .description('show one setting')
    .addArgument(new Argument('<name>', 'of the setting, e.g. TASK_MAX_RETRIES'))
    .addOption(serviceOption())
    .action(async (given: string, { service }: { service?: Program }) => {
      const { settings } = await read(service ?? null);
      const name = given.replace(/_FILE$/, '');
      const setting = settings.find((each) => each.name === name) ?? unknownSetting(name, settings, service);
      output.show(setting, () => ({ lines: settingLines(setting), quiet: [String(setting.value ?? '')] }));
    });
  examples(show, ['rotunda config show TASK_MAX_RETRIES', 'its value, its default, and who reads it']);
}

function addCheck(config: Command, cli: Cli): void {
  const { output } = cli;
  const check = config
    .command('check')
    .description('check all settings, and name each wrong one; exit code 1 if there is one')
    .addOption(serviceOption())
    .action(async ({ service }: { service?: Program }) => {
      const { settings, together, unknown } = await read(service ?? null);
      const faulty = settings.filter(({ complaint }) => complaint !== null);
      // `rotunda start` runs a Postgres of its own.
      const missing = faulty.filter(({ name, source }) => !service && name === 'DATABASE_URL' && source === 'default');
      const wrong = faulty.filter((setting) => !missing.includes(setting));
      const lines = wrong.map(({ name, complaint, description }) => `${name}: ${complaint} (${description})`);
      lines.push(...together);
      const verdict = lines.length > 0 ? `, ${lines.length} to correct` : '';
      output.show({ ok: lines.length === 0, wrong, together, unknown }, () => ({
        lines: [...lines, `${settings.length - faulty.length} of ${settings.length} settings are usable${verdict}.`],
        quiet: wrong.map(({ name }) => name),
      }));
      if (missing.length > 0) {
        output.hint(
          'DATABASE_URL is not set: "rotunda start" runs a Postgres of its own; a service by itself needs it.',
        );
      }
      hintAtUnknown(output, unknown);
      if (lines.length > 0) cli.exitCode = 1;
    });
  examples(
    check,
    ['rotunda config check', 'before a start'],
    ['rotunda config check --service gateway', 'of one service by itself'],
  );
}

function unknownSetting(name: string, settings: readonly ShownSetting[], service?: Program): never {
  const meant = nearest(
    name.toUpperCase(),
    settings.map((setting) => setting.name),
  );
  const who = service ? ` of ${service}` : '';
  throw new UsageError(`There is no setting ${name}${who}.${meant ? ` Did you mean ${meant}?` : ''}`);
}

function sectionLines(settings: readonly ShownSetting[], paper: Paper): string[] {
  const sections = [...new Set(settings.map(({ section }) => section))];
  return sections.flatMap((section, i) => [
    ...(i === 0 ? [] : ['']),
    paint('bold', section, paper),
    ...tableLines(
      settings.filter((setting) => setting.section === section),
      COLUMNS,
      paper,
    ),
  ]);
}

const settingLines = (setting: ShownSetting): string[] =>
  fieldLines([
    ['setting', setting.name],
    ['what', setting.description],
    ['value', valueOf(setting) ?? 'not set'],
    ['from', sourceOf(setting)],
    ['default', setting.default === null ? null : String(setting.default)],
    ['wrong', setting.complaint],
    ['read by', setting.read_by.join(', ')],
  ]);

/** Null: not set. */
function valueOf({ value, complaint, file, source }: ShownSetting): string | null {
  if (complaint !== null && value === null) return source === 'default' ? 'missing' : 'unusable';
  return value === null ? file && 'empty' : inCell(String(value), LONGEST_VALUE);
}

function sourceOf({ source, file, complaint }: ShownSetting): string | null {
  return source === 'default' && complaint !== null ? null : (file ?? source);
}

function hintAtUnknown(output: Output, unknown: Configuration['unknown']): void {
  for (const { name, meant } of unknown) output.hint(`Nothing reads ${name}. Did you mean ${meant}?`);
}
