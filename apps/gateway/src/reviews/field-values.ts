import { registerDecorator, type ValidationArguments } from 'class-validator';
import { isIsoDate, OWNERS, ROW_STATUSES, TRANSACTION_TYPES } from '#rotunda/domain';
import { CORRECTABLE_FIELDS, type CorrectableField } from '#rotunda/persistence';

interface FieldRule {
  /** Completes the sentence "must be …". */
  expects: string;
  fits: (value: unknown) => boolean;
}

const MAX_TEXT_LENGTH = 2_000;
const TICKER = /^[^\s\p{C}]{1,20}$/u;
/** numeric(16,2) holds no more. */
const MAX_DOLLARS = 99_999_999_999_999;
/** Postgres stores neither U+0000 nor lone surrogates. Texts have no control characters but line breaks and tabs. */
const UNSTORABLE = /[^\P{Cc}\n\t]|\p{Surrogate}/u;

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT_LENGTH && !UNSTORABLE.test(value);

const isDollars = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= MAX_DOLLARS && Number(value.toFixed(2)) === value;

const orNull = ({ expects, fits }: FieldRule): FieldRule => ({
  expects: `${expects}, or null`,
  fits: (value) => value === null || fits(value),
});
const oneOf = (values: readonly string[]): FieldRule => ({
  expects: `one of ${values.join(', ')}`,
  fits: (value) => values.includes(value as string),
});
/** An object with exactly these fields, each a text; those with a `?` may be null. */
const objectOf = (...fields: string[]): FieldRule => ({
  expects: `an object with the texts ${fields.join(', ')} (?: may be null)`,
  fits: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    const names = fields.map((field) => field.replace('?', ''));
    return (
      Object.keys(given).toSorted().join() === names.toSorted().join() &&
      fields.every((field, i) => isText(given[names[i]!]) || (field.endsWith('?') && given[names[i]!] === null))
    );
  },
});

const TEXT: FieldRule = { expects: `a text of 1 to ${MAX_TEXT_LENGTH} characters`, fits: isText };
const DATE: FieldRule = {
  expects: 'a real date written as YYYY-MM-DD',
  fits: (value) => typeof value === 'string' && isIsoDate(value),
};
const DOLLARS: FieldRule = { expects: 'US dollars, with two decimals at most', fits: isDollars };
const FLAG: FieldRule = { expects: 'true or false', fits: (value) => typeof value === 'boolean' };
const TICKER_RULE: FieldRule = {
  expects: 'a ticker of 1 to 20 characters without blanks',
  fits: (value) => typeof value === 'string' && TICKER.test(value),
};

/** What a parser may read there; it gives null if the document has nothing there, or something unknown. */
const RULES: Record<CorrectableField, FieldRule> = {
  source_row_id: orNull(TEXT),
  owner: orNull(oneOf(OWNERS)),
  asset_name: TEXT,
  asset_type: orNull(TEXT),
  ticker: orNull(TICKER_RULE),
  type: orNull(oneOf(TRANSACTION_TYPES)),
  traded_on: orNull(DATE),
  notified_on: orNull(DATE),
  amount_min: orNull(DOLLARS),
  amount_max: orNull(DOLLARS),
  amount_over: FLAG,
  option: orNull(objectOf('type', 'strike?', 'expires?')),
  bond: orNull(objectOf('rate?', 'matures?')),
  exchange: orNull(objectOf('asset', 'ticker?')),
  cap_gains_over_200: orNull(FLAG),
  row_status: orNull(oneOf(ROW_STATUSES)),
  description: orNull(TEXT),
  comment: orNull(TEXT),
  subholding: orNull(TEXT),
  location: orNull(TEXT),
};

const isCorrectable = (field: unknown): field is CorrectableField =>
  typeof field === 'string' && Object.hasOwn(CORRECTABLE_FIELDS, field);

const ruleFor = (change: object): FieldRule | null => {
  const { field } = change as { field?: unknown };
  return isCorrectable(field) ? RULES[field] : null;
};

/** The value of a change must fit its `field`. An unknown field is refused by that field's own rule. */
export const FitsField = (): PropertyDecorator =>
  fits(
    'fitsField',
    ({ object }) => ruleFor(object),
    ({ object }) => `value of ${(object as { field: string }).field}`,
  );

/** The value of a property with the name of a field must fit that field. */
export const FitsItsField = (): PropertyDecorator =>
  fits(
    'fitsItsField',
    ({ property }) => RULES[property as CorrectableField],
    ({ property }) => property,
  );

function fits(
  name: string,
  ruleOf: (args: ValidationArguments) => FieldRule | null,
  what: (args: ValidationArguments) => string,
): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown, args?: ValidationArguments) => ruleOf(args!)?.fits(value) ?? true,
        defaultMessage: (args?: ValidationArguments) => `${what(args!)} must be ${ruleOf(args!)?.expects}`,
      },
    });
}
