import { type Attributes, inContext, type Span, type TraceContext, workContext } from '../logs/work-context.js';

export interface SpanOptions {
  /** By OpenTelemetry: who is on the other side. */
  kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  attributes?: Attributes;
  /** Where it came from, for what comes from outside; otherwise it is part of what is in progress. */
  from?: TraceContext | undefined;
}

/** Makes spans and sends them away. */
export interface Tracer {
  start(name: string, options: SpanOptions, parent: TraceContext | undefined): Span;
  /** Sends what is left, for a limited time. */
  stop(): Promise<void>;
}

const NO_SPAN: Span = {
  context: undefined,
  rename: () => undefined,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
};

let tracer: Tracer | null = null;

/** One for the process, as Nest's logger is: spans begin at any depth. Null: traces only pass through. */
export function useTracer(chosen: Tracer | null): void {
  tracer = chosen;
}

export const stopTracing = async (): Promise<void> => tracer?.stop();

/** For work that ends elsewhere; who starts it must also end it. */
export function startSpan(name: string, options: SpanOptions = {}): Span {
  return tracer?.start(name, options, options.from ?? workContext()?.trace) ?? NO_SPAN;
}

/** Does `work` in a span of its own. */
export async function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  if (!tracer) return options.from ? inContext({ trace: options.from }, () => work(NO_SPAN)) : work(NO_SPAN);
  const span = startSpan(name, options);
  try {
    return await inContext({ trace: span.context, span }, () => work(span));
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}

/** The trace that the work in progress belongs to; null: none. */
export const currentTraceId = (): string | null => workContext()?.trace?.traceId ?? null;

/** The span in progress. */
export const currentSpan = (): Span => workContext()?.span ?? NO_SPAN;
