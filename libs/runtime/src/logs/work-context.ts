import { AsyncLocalStorage } from 'node:async_hooks';

/** Where work belongs in a trace: W3C Trace Context, https://www.w3.org/TR/trace-context/. */
export interface TraceContext {
  /** 32 hex digits. */
  traceId: string;
  /** 16 hex digits: the span in progress, or the caller's. */
  spanId: string;
  /** Bit 0: the trace is recorded. */
  flags: number;
  /** What tracing systems add, passed on as it came. */
  state?: string | undefined;
}

export type Attributes = Record<string, string | number | boolean | undefined>;

/** A timed part of a trace. Does nothing while tracing is off. */
export interface Span {
  /** What its own parts, and others that hear of it, belong to; undefined while tracing is off. */
  readonly context: TraceContext | undefined;
  rename(name: string): void;
  set(attributes: Attributes): void;
  /** @param error what was thrown, or a code */
  fail(error: unknown): void;
  end(): void;
}

/** What is in progress: a request, or an attempt at a task. Every line that is logged meanwhile names it. */
export interface WorkContext {
  request_id?: string;
  /** E.g. `POST /api/v1/tasks/scrape/house`; no query string, which may hold anything. */
  request?: string;
  task_id?: string;
  attempt?: number;
  trace?: TraceContext | undefined;
  span?: Span;
}

const current = new AsyncLocalStorage<WorkContext>();

export const workContext = (): WorkContext | undefined => current.getStore();

/** Does `work` with `more` added to the context, at any depth of its calls. */
export const inContext = <T>(more: WorkContext, work: () => T): T =>
  current.run({ ...current.getStore(), ...more }, work);

/** Does `work` for nobody in particular, although something that is in progress causes it. */
export const outOfContext = <T>(work: () => T): T => current.exit(work);
