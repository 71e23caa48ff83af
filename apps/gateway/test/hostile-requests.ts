const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const UUID = '29990000-0000-4000-8000-000000000000';
const DAYS = ['2026-10-20', '0000-01-01', '-infinity', 'infinity', '9999-12-31', '10000-01-01', '2026-02-30', ''];
const NUMBERS = [1, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, 1.5, 1e300, null];
const INSTANTS = ['2026-10-20T00:00:00.000000Z', '0000-01-01T00:00:00.000000Z', '2026-10-20T24:00:00.000000Z'];
const TEXTS = ['x', 'a\0b', '\uD800', '', 'x'.repeat(300)];

/** Cursors that no page returned: in the form of each list with one impossible part, and in no form at all. */
const CURSORS = [
  ...DAYS.flatMap((day) => [cursor([day, UUID]), cursor([day, UUID, 1])]),
  ...NUMBERS.flatMap((number) => [cursor([number]), cursor(['2026-10-20', UUID, number])]),
  ...['x', '', UUID.toUpperCase(), `${UUID}0`].flatMap((id) => [cursor([id]), cursor(['2026-10-20', id])]),
  ...INSTANTS.flatMap((instant) => [cursor([instant, 'task']), cursor([instant, 'a.b'])]),
  ...TEXTS.flatMap((text) => [cursor([text, 'First', 'A000000']), cursor(['Last', text, text])]),
  ...[null, {}, [], 'x', 7, [[]], ['2026-10-20', UUID, 1, 1]].map(cursor),
  'nonsense',
  '%00',
];
const DATES = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2026-02-30',
  '-1',
  '2026-10-20T00:00:00',
  '%00',
];
const COUNTS = ['0', '-1', '1.5', '1e9', '2147483648', '9007199254740993', '99999999999999999999', 'x', ''];
const WORDS = [
  '%00',
  ',',
  ',,',
  'a,%00',
  'a,%ED%A0%80',
  'x,'.repeat(150),
  '%ED%A0%80',
  '%FF',
  '%',
  "'",
  '%25',
  'x'.repeat(200),
  '0000-01-01',
  '99999999999999999999',
];
const IN_PATH = ['%00', '%ED%A0%80', '%FF', UUID, '0', '9007199254740993', 'x'.repeat(200), "'--", '..%2F..'];

interface Operation {
  responses: object;
  parameters?: { name: string; in: string; schema?: { type?: string; format?: string } }[];
}

export interface HostileGet {
  address: string;
  /** What the document says that may be answered. */
  documented: number[];
}

/** Paths that somebody may request by accident or on purpose, for each GET of the OpenAPI document. */
export function hostileGets(document: { paths: Record<string, Record<string, Operation>> }): HostileGet[] {
  return Object.entries(document.paths).flatMap(([path, { get }]) =>
    get ? hostileTo(path, get).map((address) => ({ address, documented: Object.keys(get.responses).map(Number) })) : [],
  );
}

/** A name that no list has, one that is nearly one, one that each object has, and more than any URL may hold. */
const ODD_QUERIES = ['unknown=1', 'limits=1', '__proto__=x', 'constructor=x', `x=${'x'.repeat(5_000)}`];

/** Each parameter twice, also where its value would do. */
const twice = ({ name }: { name: string }): string => `${name}=1&${name}=1`;

function hostileTo(path: string, { parameters = [] }: Operation): string[] {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const filled = (value: string): string => inPath.reduce((left, { name }) => left.replace(`{${name}}`, value), path);
  const queries = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => valuesOf(parameter).map((value) => `${filled(UUID)}?${parameter.name}=${value}`));
  const repeated = parameters.filter((parameter) => parameter.in === 'query').map(twice);
  const odd = [...repeated, ...ODD_QUERIES].map((query) => `${filled(UUID)}?${query}`);
  return [...queries, ...odd, ...(inPath.length > 0 ? IN_PATH.map(filled) : [])];
}

function valuesOf({ name, schema }: NonNullable<Operation['parameters']>[number]): string[] {
  if (name === 'cursor') return CURSORS;
  if (schema?.format === 'date' || schema?.format === 'date-time') return DATES;
  return schema?.type === 'number' || schema?.type === 'integer' ? COUNTS : WORDS;
}
