import type { ParsedTransaction } from '#rotunda/domain';
import { printed, type PrintedLine } from '../page/html-page.js';

/** The labelled lines below an asset's name. */
export type SubLineName =
  | 'rate'
  | 'matures'
  | 'optionType'
  | 'strike'
  | 'expires'
  | 'company'
  | 'description'
  | 'platform';

const LABELS = new Map<string, SubLineName>([
  ['rate/coupon', 'rate'],
  ['matures', 'matures'],
  ['option type', 'optionType'],
  ['strike price', 'strike'],
  ['expires', 'expires'],
  ['company', 'company'],
  ['description', 'description'],
  ['exchange/platform', 'platform'],
]);

export interface SubLine {
  /** Null for an unknown label. */
  name: SubLineName | null;
  label: string;
  /** May contain no-break spaces. */
  value: string;
}

/** The meaning of the lines below an asset's name. */
export type AssetDetails = Pick<ParsedTransaction, 'bond' | 'option' | 'description' | 'location'>;

const LABEL_AND_VALUE = /^([^:]*?)\s*:\s*(.*)$/;
/** An empty place is printed as `(, )`. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** `Zomato &nbsp;(Gurugam, India)`: the no-break space, not the parenthesis, separates the place from the name. */
const NAME_AND_PLACE = /^(.*?)\s*\u00A0\s*\((.*)\)$/;

/** Reads one block of details. A label begins a value; a line without a label continues the value above it. */
export function readSubLines(lines: readonly PrintedLine[]): SubLine[] {
  const subLines: SubLine[] = [];
  for (const [index, { text, isLabelled }] of lines.entries()) {
    // "Option Type:" is not emphasised, but it begins its block.
    if (index === 0 || isLabelled) subLines.push(subLineOf(text));
    else subLines.at(-1)!.value += `\n${text}`;
  }
  return subLines;
}

function subLineOf(text: string): SubLine {
  const parts = LABEL_AND_VALUE.exec(text);
  if (!parts) return { name: null, label: '', value: text };
  const [, label, value] = parts as unknown as [string, string, string];
  return { name: LABELS.get(printed(label).toLowerCase()) ?? null, label: printed(label), value };
}

/**
 * Puts the details into their fields. A detail without a field of its own (a company, a platform, an unknown label)
 * goes into `description`, one labelled line each, before the text of the description.
 */
export function readAssetDetails(subLines: readonly SubLine[]): AssetDetails {
  const valueOf = (name: SubLineName): string | null => valueIn(subLines, name);
  const company = readCompany(valueOf('company') ?? '');
  const [rate, matures, type] = [valueOf('rate'), valueOf('matures'), valueOf('optionType')];
  const described = [
    labelled('Company', company.name),
    labelled('Exchange/Platform', plain(valueOf('platform'))),
    ...unplaced(subLines).map(({ label, value }) => (label === '' ? plain(value) : labelled(label, plain(value)))),
    plain(valueOf('description')),
  ];
  return {
    bond: rate === null && matures === null ? null : { rate: plain(rate), matures: plain(matures) },
    option: type === null ? null : { type, strike: plain(valueOf('strike')), expires: plain(valueOf('expires')) },
    location: company.place,
    description: described.filter((line) => line !== null).join('\n') || null,
  };
}

/** Lines without a field: those with an unknown label, and those of an option without a type. */
export function unplaced(subLines: readonly SubLine[]): SubLine[] {
  const isOption = valueIn(subLines, 'optionType') !== null;
  return subLines.filter(({ name }) => name === null || (!isOption && (name === 'strike' || name === 'expires')));
}

function readCompany(value: string): { name: string | null; place: string | null } {
  const parts = NAME_AND_PLACE.exec(value);
  const place = parts?.[2] ?? '';
  return { name: plain(parts?.[1] ?? value), place: LETTER_OR_DIGIT.test(place) ? plain(place) : null };
}

function valueIn(subLines: readonly SubLine[], wanted: SubLineName): string | null {
  const values = subLines.filter(({ name }) => name === wanted).map(({ value }) => value);
  const text = values.join('\n');
  return text === '' || text === '--' ? null : text;
}

const labelled = (label: string, value: string | null): string | null => (value === null ? null : `${label}: ${value}`);

/** Without no-break spaces; null for an empty value. */
const plain = (value: string | null): string | null => value?.split('\n').map(printed).join('\n') || null;
