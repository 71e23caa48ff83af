import fc from 'fast-check';
import {
  BROKEN_REQUESTS,
  CONTENT_TYPES,
  HOSTILE_BODIES,
  HOSTILE_TEXTS,
  hostileText,
  hostileValue,
  ODD_HEADERS,
} from './hostile-values.js';
import { known, resourceOf } from './known-values.js';
import type { Operation, Parameter, Schema } from './operations.js';
import { validValue } from './valid-values.js';

export const CREDENTIALS = ['none', 'wrong', 'look', 'act', 'admin'] as const;
export type Credential = (typeof CREDENTIALS)[number];

export type Header = [name: string, value: string];

/** A request before the placeholders of `known` are filled in. In headers and body each character is a byte. */
export interface FuzzRequest {
  operation: string;
  method: string;
  target: string;
  headers: Header[];
  body: string | null;
  /** Sent where keys are required. */
  credential: Credential;
  /** Sent instead of all of the above. */
  broken: string | null;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY', 'TRACE'];

const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Also lone surrogates, which `encodeURIComponent` refuses. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd')).replaceAll('%EF%BF%BD', '%ED%A0%80');

/** Mostly the first: a request with one fault gets further than one with five. */
const mostly = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 4 }, { arbitrary: seldom, weight: 1 });

/** Valid, nearly valid and hostile requests to an operation. */
export function requestsTo(operation: Operation): fc.Arbitrary<FuzzRequest> {
  const { name, method, parameters, body } = operation;
  return fc.record({
    operation: fc.constant(name),
    method: fc.oneof(
      { arbitrary: fc.constant(method), weight: 24 },
      { arbitrary: fc.constantFrom(...METHODS), weight: 1 },
    ),
    target: fc.tuple(pathOf(operation), queryOf(operation)).map(([path, query]) => path + (query && `?${query}`)),
    headers: headersOf(parameters),
    body: body ? bodyOf(body) : mostly(fc.constant(null), fc.constantFrom('{}', ...HOSTILE_BODIES)),
    credential: fc.oneof(
      { arbitrary: fc.constant<Credential>('admin'), weight: 4 },
      { arbitrary: fc.constantFrom(...CREDENTIALS), weight: 5 },
    ),
    broken: fc.oneof(
      { arbitrary: fc.constant(null), weight: 60 },
      { arbitrary: fc.constantFrom(...BROKEN_REQUESTS), weight: 1 },
    ),
  });
}

const ODD_SEGMENTS = [
  ...[
    '%00',
    '%ED%A0%80',
    '%FF',
    '%',
    '%zz',
    '%2',
    '%C0%AF',
    '..',
    '%2e%2e',
    '..%2f..',
    '.',
    '',
    ';',
    ';a=b',
    '#',
    '\\',
  ],
  ...["'--", '*', ':id', '{id}', '\xe9', '\xff', '0', '-1', '9007199254740993', 'x'.repeat(128), 'x'.repeat(129), 'é'],
  ...[
    'x'.repeat(4_200),
    '%00'.repeat(40),
    '__proto__',
    'constructor',
    'null',
    'index.html',
    '29990000-0000-4000-8000-000000000000',
  ],
];

function pathOf({ path, parameters }: Operation): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const values = fc.tuple(...inPath.map((parameter) => segmentOf(path, parameter)));
  const filled = values.map((segments) =>
    inPath.reduce((left, { name }, at) => left.replace(`{${name}}`, () => segments[at] ?? ''), path),
  );
  const changes: ((path: string) => string)[] = [
    (text) => `${text}/`,
    (text) => text.replaceAll('/', '//'),
    (text) => text.toUpperCase(),
    (text) => `${text}/../${text}`,
    (text) => `${text}%`,
    (text) => `${text}/%2e%2e/x`,
    (text) => text.slice(1),
    (text) => `http://localhost${text}`,
  ];
  const changed = fc.tuple(filled, fc.constantFrom(...changes)).map(([text, change]) => bytesOf(change(text)));
  return fc.oneof({ arbitrary: filled, weight: 15 }, { arbitrary: changed, weight: 1 });
}

function segmentOf(path: string, { name, schema }: Parameter): fc.Arbitrary<string> {
  const valid = schema?.enum
    ? fc.constantFrom(...schema.enum)
    : fc.nat(200).map((n) => known(resourceOf(path), name, n));
  return fc.oneof(
    { arbitrary: valid, weight: 6 },
    { arbitrary: fc.constantFrom(...ODD_SEGMENTS).map(bytesOf), weight: 1 },
    { arbitrary: hostileText.map(percentEncoded), weight: 1 },
  );
}

const ODD_QUERIES = [
  ...[
    '&',
    '&&&',
    '=',
    '=x',
    '?',
    '%',
    '%=%',
    'limit=%',
    'limit[]=1',
    'limit[a]=1',
    'limit[__proto__]=1',
    'limit',
    'limit=',
  ],
  ...[
    'limit=1&limit=2',
    'cursor=a&cursor=b',
    '__proto__=1',
    '__proto__[x]=1',
    'constructor=1',
    'toString=1',
    'a=1;b=2',
  ],
  ...['from=%00', 'unknown=1', 'limit=1&unknown=1', 'x='.repeat(1_500), '&a'.repeat(1_500), `x=${'x'.repeat(5_000)}`],
];

function queryOf({ path, parameters }: Operation): fc.Arbitrary<string> {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const odd = fc.constantFrom(...ODD_QUERIES);
  if (inQuery.length === 0) return fc.oneof({ arbitrary: fc.constant(''), weight: 9 }, { arbitrary: odd, weight: 1 });
  const pair = fc
    .constantFrom(...inQuery)
    .chain((parameter) =>
      mostly(validQuery(path, parameter), hostileQuery(parameter)).map((value) => `${parameter.name}=${value}`),
    );
  const pairs = fc.array(pair, { maxLength: 3 }).map((list) => list.join('&'));
  return fc.oneof({ arbitrary: pairs, weight: 6 }, { arbitrary: odd, weight: 1 });
}

const validQuery = (path: string, { name, schema = {} }: Parameter): fc.Arbitrary<string> =>
  mostly(
    validValue(schema).map((value) => percentEncoded(String(value))),
    fc.nat(200).map((n) => known(resourceOf(path), name, n)),
  );

const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const hostileQuery = ({ name }: Parameter): fc.Arbitrary<string> =>
  fc.oneof(
    hostileText.map(percentEncoded),
    fc.constantFrom(...ODD_SEGMENTS.filter((text) => !text.includes('#'))).map(bytesOf),
    ...(name === 'cursor' ? [fc.array(hostileValue, { maxLength: 4 }).map(cursor), hostileValue.map(cursor)] : []),
  );

function headersOf(parameters: Parameter[]): fc.Arbitrary<Header[]> {
  const own = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  const valid = fc.constantFrom<Header>(
    ['Accept', 'application/json'],
    ['X-Request-Id', 'fuzz'],
    ['Idempotency-Key', 'one'],
    ['If-Match', '"1"'],
  );
  const texts = fc.constantFrom(...HOSTILE_TEXTS.filter((text) => !/[\r\n\0]/.test(text))).map(bytesOf);
  const hostile = own.length > 0 ? fc.tuple(fc.constantFrom(...own), texts) : valid;
  const odd = fc.constantFrom(...ODD_HEADERS);
  return fc.oneof(
    { arbitrary: fc.constant<Header[]>([]), weight: 6 },
    { arbitrary: fc.array(fc.oneof(valid, hostile), { maxLength: 3 }), weight: 2 },
    { arbitrary: fc.array(odd, { minLength: 1, maxLength: 2 }), weight: 2 },
    { arbitrary: fc.constantFrom(...CONTENT_TYPES).map((type): Header[] => [['Content-Type', type]]), weight: 1 },
  );
}

function bodyOf(schema: Schema): fc.Arbitrary<string | null> {
  const valid = validValue(schema) as fc.Arbitrary<Record<string, unknown>>;
  const field = mostly(fc.constantFrom('unknown', ...Object.keys(schema.properties ?? {})), hostileText);
  const nearly = fc
    .tuple(valid, field, hostileValue)
    // Also `__proto__` as a field of its own.
    .map(([fields, name, value]) => Object.fromEntries([...Object.entries(fields), [name, value]]));
  return fc.oneof(
    { arbitrary: valid.map((value) => bytesOf(JSON.stringify(value))), weight: 4 },
    { arbitrary: nearly.map((value) => bytesOf(JSON.stringify(value))), weight: 4 },
    { arbitrary: hostileValue.map((value) => bytesOf(JSON.stringify(value))), weight: 1 },
    { arbitrary: fc.constantFrom(null, ...HOSTILE_BODIES), weight: 1 },
  );
}
