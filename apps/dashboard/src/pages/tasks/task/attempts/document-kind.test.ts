import { expect, it } from 'vitest';
import { documentKind } from './document-kind.js';

it.each([
  ['text/html; charset=utf-8', 'page'],
  ['IMAGE/PNG', 'image'],
  ['text/plain', 'text'],
  ['application/problem+json', 'text'],
  // It may hold scripts, and the gateway serves it as plain bytes.
  ['image/svg+xml', 'text'],
  ['application/pdf', 'file'],
  ['application/x-zip-compressed', 'file'],
  ['', 'file'],
])('%s is shown as %s', (mediaType, kind) => {
  expect(documentKind(mediaType)).toBe(kind);
});
