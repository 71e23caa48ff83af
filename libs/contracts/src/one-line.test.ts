import { expect, it } from 'vitest';
import { inOneLine } from './one-line.js';

it('leaves text unchanged', () => {
  expect(inOneLine('Filed 23.11. – “José” \\n 日本 👍')).toBe('Filed 23.11. – “José” \\n 日本 👍');
});

it.each([
  ['line breaks', 'a\nb\r\nc\u2028d\u2029e\u0085f', 'a\\nb\\r\\nc\\u2028d\\u2029e\\u0085f'],
  ['sequences that clear a terminal', '\u001b[2J\u009b2J', '\\u001b[2J\\u009b2J'],
  ['characters that move or delete', '\b\t\u0000\u007f', '\\b\\t\\u0000\\u007f'],
])('escapes %s', (_, text, shown) => {
  expect(inOneLine(text)).toBe(shown);
});
