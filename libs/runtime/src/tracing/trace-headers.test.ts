import { describe, expect, it } from 'vitest';
import { inContext } from '../logs/work-context.js';
import { readConfiguration } from '../settings/configuration.js';
import { tracingSettings } from './settings.js';
import { inSpan } from './spans.js';
import { traceHeaders, traceOf } from './trace-headers.js';

const TRACE = 'a'.repeat(32);
const SPAN = 'b'.repeat(16);
const PARENT = `00-${TRACE}-${SPAN}-01`;
const read = (headers: Record<string, string>) => traceOf((name) => headers[name]);

it('reads and writes the headers of W3C', () => {
  const headers = { traceparent: PARENT, tracestate: 'vendor=x,other=y' };
  const trace = read(headers);
  expect(trace).toEqual({ traceId: TRACE, spanId: SPAN, flags: 1, state: 'vendor=x,other=y' });
  expect(traceHeaders(trace)).toEqual(headers);
});

it.each([
  '',
  'nonsense',
  `ff-${TRACE}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  PARENT.toUpperCase(),
  `${PARENT}0`,
])('ignores the traceparent %j', (traceparent) => {
  expect(read({ traceparent })).toBeUndefined();
});

it('reads a later version, and drops a tracestate that no one should send', () => {
  const trace = { traceId: TRACE, spanId: SPAN, flags: 1 };
  expect(read({ traceparent: `01-${TRACE}-${SPAN}-01-more` })).toEqual(trace);
  expect(read({ traceparent: PARENT, tracestate: 'x'.repeat(513) })).toEqual(trace);
  expect(read({ traceparent: PARENT, tracestate: 'x=y\nLog: forged' })).toEqual(trace);
});

describe('without a tracer', () => {
  it('a trace passes through', async () => {
    const from = read({ traceparent: PARENT });
    expect(await inSpan('x', { from }, async () => traceHeaders())).toEqual({ traceparent: PARENT });
    expect(await inContext({ trace: from }, () => inSpan('x', {}, async () => traceHeaders()))).toEqual({
      traceparent: PARENT,
    });
  });

  it('there is none of its own', async () => {
    expect(await inSpan('x', {}, async () => traceHeaders())).toEqual({});
  });
});

describe('the settings', () => {
  it('refuse an endpoint that is not one, and headers, without repeating them', () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317', OTEL_EXPORTER_OTLP_HEADERS: 'hunter2' };
    const reading = () => readConfiguration(tracingSettings, env);
    expect(reading).toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT: not a usable address: give one such as http://127.0.0.1:4318',
    );
    expect(reading).toThrow('OTEL_EXPORTER_OTLP_HEADERS: not usable: give name=value');
    expect(reading).not.toThrow('hunter2');
  });
});
