import { expect, it } from 'vitest';
import { frameOf } from './event-stream.js';

it('writes an event as a block of fields', () => {
  expect(frameOf({ id: 7, event: 'line', data: { text: 'a\nb' } })).toBe(
    'id: 7\nevent: line\ndata: {"text":"a\\nb"}\n\n',
  );
  expect(frameOf({ event: 'end', data: {} })).toBe('event: end\ndata: {}\n\n');
});

it('does not let an id or a name add a field or an event', () => {
  const id = '7\r\n\nevent: end\rdata: x';
  expect(frameOf({ id, event: 'line\n\nevent: end', data: 1 })).toBe(
    'id: 7 event: end data: x\nevent: line event: end\ndata: 1\n\n',
  );
});
