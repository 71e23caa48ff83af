import fc from 'fast-check';

/** Texts that break programs that are not ready for them. */
export const HOSTILE_TEXTS = [
  ...['', ' ', '\t', '\r\n', '\0', 'a\0b', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '\u202e'],
  ...['null', 'undefined', 'NaN', 'Infinity', '-0', '1e999', '0x10', 'true', '[]', '{}', '__proto__', 'constructor'],
  ...["' OR 1=1 --", '"; DROP TABLE filings; --', '$1', '%', '_', '\\', '\\u0000', '${7*7}', '{{7*7}}', '<script>'],
  ...['*', '>', 'tasks.>', 'a.b', '$JS.API.>', '..', '../../etc/passwd', '..\\..', '/', '//', '.', '%00', '%2e%2e%2f'],
  ...['0000-01-01', '9999-12-31', '+275760-09-13T00:00:00Z', '2026-02-30', '-infinity', '2026-10-20T24:00:00Z'],
  ...['9007199254740993', '-9223372036854775809', '99999999999999999999', '1.5', '-1', '0', '２', '٣'],
  ...['x'.repeat(129), 'x'.repeat(3_000), 'é'.repeat(300), '\u{1f3db}'.repeat(300), 'e\u0301'.repeat(300), '(a+)+$'],
  ...['\ud800', '\udc00', 'a\ud800b', '😀', '\u{10ffff}', 'ﷺ'],
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...HOSTILE_TEXTS), weight: 4 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 1 },
);

const NUMBERS = [0, -0, -1, 1.5, 1e-320, 2 ** 31, 2 ** 53, -(2 ** 63), 1e20, 1e300, Number.MAX_VALUE];

/** Of any type. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...NUMBERS, null, true, false, [], {}, [[]], [null], { length: 1e9 }, { toString: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(hostileText, { maxLength: 5 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 5 }),
);

const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

/** Bodies that JSON can't express, or that are large; each character is a byte. */
export const HOSTILE_BODIES = [
  ...['', ' ', '{', '}', '[', '"', '{"a":}', '{"a":1,}', "{'a':1}", '{"a":1}{"b":2}', 'null', 'true', '0', '"x"', '[]'],
  ...[
    '\0',
    '{"by":"\0"}',
    '\xef\xbb\xbf{}',
    '\xff\xfe{\0}\0',
    '{"by":"\xed\xa0\x80"}',
    '{"\xc0\xaf":1}',
    '{"by":"\xff"}',
  ],
  ...[
    '{"by":"\\ud800"}',
    '{"by":"\\u0000"}',
    '{"\\u0000":1}',
    '{"by":1e999}',
    '{"version":1e999}',
    '{"days_back":1e999}',
  ],
  ...['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"x":1}}}', '{"toString":null}', '{"then":1}'],
  ...['{"hasOwnProperty":1}', '{"by":"a","by":"b"}', '{"length":-1}', 'a=1&b=2', '<?xml version="1.0"?><a/>'],
  nested('[', ']', 5_000),
  `{"group":${nested('[', ']', 20_000)}}`,
  nested('{"a":', '}', 200).replace('{"a":}', '{"a":1}'),
  `{"reason":"${'x'.repeat(60_000)}"}`,
  `{"changes":[${'{},'.repeat(15_000)}{}]}`,
  `{${Array.from({ length: 4_000 }, (_, n) => `"f${n}":1`).join(',')}}`,
  `{"days_back":${'9'.repeat(60_000)}}`,
  `{"reason":"${'x'.repeat(70_000)}"}`,
];

const LONG = 'x'.repeat(6_000);

/** Header lines as bytes; a good server takes or refuses them. */
export const ODD_HEADERS: [name: string, value: string][] = [
  ...[
    '',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'bearer rtd__',
    'Basic Og==',
    'Digest x',
    `Bearer ${LONG}`,
    '\xff',
    'Bearer \xc3\xa9',
  ].map((value): [string, string] => ['Authorization', value]),
  ...[
    '',
    '=',
    'rotunda_session',
    'rotunda_session=',
    'rotunda_session=%00',
    'rotunda_session=%',
    'rotunda_session=a.b',
  ].map((value): [string, string] => ['Cookie', value]),
  ['Cookie', `rotunda_session=${LONG}`],
  ['Cookie', '__proto__=1; constructor=2; rotunda_session="x"; rotunda_session=k.\xff'],
  ['Cookie', 'a=1;'.repeat(1_000)],
  ...[
    '',
    '00',
    'x',
    `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`,
    `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    LONG,
  ].map((value): [string, string] => ['traceparent', value]),
  ['tracestate', `${'a=b,'.repeat(500)}a=b`],
  ['baggage', '=,;=%ZZ'],
  ...['', 'x', LONG, "'; --", '\xff\xfe', 'a\tb'].map((value): [string, string] => ['X-Request-Id', value]),
  ...['', ' ', 'x', 'a\tb', '\xff', '*', '>', 'a.b', LONG, 'x'.repeat(256)].map((value): [string, string] => [
    'Idempotency-Key',
    value,
  ]),
  ...['', '*', '""', '"x"', 'W/"x"', '"0", "1"', '\xff', LONG].map((value): [string, string] => ['If-Match', value]),
  ...['', '-1', '0', '1', '1.5', 'x', '9007199254740993', '99999999999999999999', '\xff', LONG].map(
    (value): [string, string] => ['Last-Event-ID', value],
  ),
  ...[
    '',
    'evil.example',
    'localhost:x',
    'localhost:99999',
    '[::1',
    '[::1]',
    'a b',
    '\xff',
    'localhost, evil',
    '@',
    LONG,
  ].map((value): [string, string] => ['Host', value]),
  ...['', 'null', 'http://evil.example', 'x', 'http://localhost', '\xff'].map((value): [string, string] => [
    'Origin',
    value,
  ]),
  ...['text/event-stream', '*/*;q=x', '', 'application/xml', LONG].map((value): [string, string] => ['Accept', value]),
  ...['bytes=0-', 'bytes=5-2', 'bytes=-99999999999', 'x'].map((value): [string, string] => ['Range', value]),
  ...['"x"', '*', 'W/""'].map((value): [string, string] => ['If-None-Match', value]),
  ['If-Modified-Since', 'yesterday'],
  ['X-Forwarded-For', '1.2.3.4, \xff, ::1'],
  ['X-Forwarded-Host', 'evil.example'],
  ['X-Forwarded-Proto', 'x'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['Accept-Encoding', 'gzip;q=x, *;q=0'],
  ['Accept-Language', LONG],
  ['Content-Encoding', 'gzip'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Expect', '100-continue'],
  ['Expect', 'x'],
  ['Upgrade', 'websocket'],
  ['Upgrade', 'h2c'],
  ['__proto__', 'x'],
  ['constructor', 'x'],
  ['x'.repeat(6_000), 'x'],
  ['X-Many', 'x'.repeat(17_000)],
];

export const CONTENT_TYPES = [
  ...['application/json', 'application/json; charset=utf-8', 'application/json; charset=utf-16', 'APPLICATION/JSON'],
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data'],
  ...[
    'application/xml',
    'application/merge-patch+json',
    'application/problem+json',
    'text/json',
    '',
    '/',
    'json',
    ';',
    '\xff',
  ],
  ...[
    'application/json;;;',
    'application/json; charset',
    '__proto__',
    'application/json, text/plain',
    'a/b; '.repeat(500),
  ],
];

/** Requests that are not HTTP, or break its framing: all there is to say is 400 or nothing. */
export const BROKEN_REQUESTS = [
  ...[
    '\r\n\r\n',
    'GET\r\n\r\n',
    'GET /\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
  ],
  ...['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', 'GET / HTTP/1.0\n\n'],
  ...['GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n', 'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n',
  'GET / HTTP/1.1\r\nHost : localhost\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nBad\xffName: x\r\n\r\n',
  `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  `GET /api/v1/trades?q=${'x'.repeat(1_048_576)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: localhost\r\n${'X: y\r\n'.repeat(3_000)}\r\n`,
  'CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  'GET http://evil.example/api/v1/trades HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  'POST /api/v1/tasks/purge HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/v1/keys HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n',
  'POST /api/v1/keys HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  'POST /api/v1/keys HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"name":',
  'POST /api/v1/keys HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/v1/keys HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a"',
];
