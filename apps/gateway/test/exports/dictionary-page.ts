import type { DictionaryColumnView, DictionaryView } from '../../src/exports/columns/dictionary.view.js';

const ROOMS: readonly [heading: string, begins: string][] = [
  ['The filing', 'filing.'],
  ['The member, by the term on the day of the filing', 'member.'],
  ['Where it was read', 'provenance.'],
  ['The trade', ''],
];

/** docs/data-dictionary.md. */
export function renderDictionary({ schema_version, columns }: DictionaryView): string {
  const roomOf = ({ field }: DictionaryColumnView): string => ROOMS.find(([, begins]) => field.startsWith(begins))![0];
  const rooms = ROOMS.toReversed().map(([heading]) => {
    const lines = columns.filter((column) => roomOf(column) === heading).map(lineOf);
    return [`## ${heading}`, '', ...lines, ''].join('\n');
  });
  return [...INTRODUCTION(schema_version), ...typeLines(columns), '', ...rooms].join('\n');
}

const INTRODUCTION = (version: number): string[] => [
  '# Data dictionary',
  '',
  `The columns of [exports](exports.md), schema version ${version}. \`npm run docs:dictionary\` writes this page from the API’s own`,
  'description; `GET /api/v1/exports/dictionary` is the same as JSON.',
  '',
  'A name that ends in `_raw` is the text as printed. If the column beside it is null, the text was not understood, and',
  '`quality_flags` says so. In NDJSON the columns of the filing are fields of `filing`, and so on: `filing_filed_on` is',
  '`filing.filed_on`.',
  '',
];

/** Each type once, with what it is in the three formats. */
function typeLines(columns: readonly DictionaryColumnView[]): string[] {
  const types = new Map(
    columns.map(({ types: { parquet, csv, ndjson } }) => [parquet, `| ${parquet} | ${csv} | ${ndjson} |`]),
  );
  return ['| Parquet | CSV | NDJSON |', '| --- | --- | --- |', ...types.values()];
}

function lineOf({ name, types, nullable, values, description }: DictionaryColumnView): string {
  const all = values === null ? '' : ` One of ${values.map((value) => `\`${value}\``).join(', ')}.`;
  // The meaning of each flag names the flag.
  const says = description.includes(`\`${values?.[0]}\``) ? '' : all;
  return `- \`${name}\` (${types.parquet}${nullable ? ', or null' : ''}): ${description.replace(/\.$/, '')}.${says}`;
}
