import { type TraceContext, workContext } from '../logs/work-context.js';

const TRACEPARENT = 'traceparent';
const TRACESTATE = 'tracestate';

/** Of any version, as W3C asks: a later one may add fields. */
const PARENT = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:$|-)/;
/** W3C: at least so many characters must be passed on; longer ones come from nobody of good will. */
const LONGEST_STATE = 512;
const STATE = /^[\x20-\x7e]*$/;

/** The headers of HTTP requests and messages, by name. */
type HeaderReader = (name: string) => string | undefined;

/** What a request or a message belongs to; undefined if it does not say, or not in a usable way. */
export function traceOf(header: HeaderReader): TraceContext | undefined {
  const [, traceId, spanId, flags] = PARENT.exec(header(TRACEPARENT) ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  const state = header(TRACESTATE);
  const isUsable = state !== undefined && state !== '' && state.length <= LONGEST_STATE && STATE.test(state);
  return { traceId, spanId, flags: Number.parseInt(flags, 16), ...(isUsable && { state }) };
}

export type TraceHeaders = Record<string, string>;

/** The headers of a message that is sent now; none if nothing is traced. */
export function traceHeaders(trace: TraceContext | undefined = workContext()?.trace): TraceHeaders {
  if (!trace) return {};
  const flags = trace.flags.toString(16).padStart(2, '0');
  return {
    [TRACEPARENT]: `00-${trace.traceId}-${trace.spanId}-${flags}`,
    ...(trace.state !== undefined && { [TRACESTATE]: trace.state }),
  };
}
