import {
  createTraceState,
  ROOT_CONTEXT,
  type Span as OtelApiSpan,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer as OtelApiTracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { orLate } from '../or-late.js';
import { loggedError } from '../logs/logged-error.js';
import type { Attributes, Span, TraceContext } from '../logs/work-context.js';
import { VERSION } from '../version.js';
import { LoggedExporter } from './logged-exporter.js';
import type { SpanOptions, Tracer } from './spans.js';

/** A receiver that hangs keeps no stopping service for longer. */
const STOP_WITHIN_MS = 2_000;

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/**
 * OpenTelemetry's SDK as a Tracer. It takes the parent from us, so it needs no context manager: what is in progress is in
 * our WorkContext, with the SDK and without. It hands spans on in batches, drops them where too many wait, and never
 * throws.
 */
export class OtelTracer implements Tracer {
  private readonly provider: NodeTracerProvider;
  private readonly tracer: OtelApiTracer;

  constructor({ url, headers, service }: { url: string; headers: Record<string, string>; service: string }) {
    const exporter = new LoggedExporter(new OTLPTraceExporter({ url, headers }), url);
    this.provider = new NodeTracerProvider({
      resource: defaultResource()
        .merge(detectResources({ detectors: [envDetector] }))
        .merge(resourceFromAttributes({ 'service.name': service, 'service.version': VERSION })),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.tracer = this.provider.getTracer('rotunda', VERSION);
  }

  start(
    name: string,
    { kind = 'internal', attributes = {}, from }: SpanOptions,
    parent: TraceContext | undefined,
  ): Span {
    const context = parent
      ? trace.setSpanContext(ROOT_CONTEXT, {
          traceId: parent.traceId,
          spanId: parent.spanId,
          traceFlags: parent.flags,
          isRemote: from !== undefined,
          ...(parent.state !== undefined && { traceState: createTraceState(parent.state) }),
        })
      : ROOT_CONTEXT;
    return new OtelSpan(this.tracer.startSpan(name, { kind: KINDS[kind], attributes }, context));
  }

  async stop(): Promise<void> {
    // What could not be sent was logged by the exporter.
    const sent = this.provider.shutdown().catch(() => undefined);
    await orLate(sent, STOP_WITHIN_MS, () => undefined);
  }
}

class OtelSpan implements Span {
  readonly context: TraceContext;

  constructor(private readonly span: OtelApiSpan) {
    const { traceId, spanId, traceFlags, traceState } = span.spanContext();
    this.context = { traceId, spanId, flags: traceFlags, state: traceState?.serialize() };
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  set(attributes: Attributes): void {
    this.span.setAttributes(attributes);
  }

  fail(error: unknown): void {
    if (typeof error === 'string') {
      this.span.setStatus({ code: SpanStatusCode.ERROR });
      this.span.setAttributes({ 'error.type': error });
      return;
    }
    const { type, message, stack } = loggedError(error instanceof Error ? error : new Error(String(error)));
    this.span.recordException({ name: type, message, ...(stack !== undefined && { stack }) });
    this.span.setStatus({ code: SpanStatusCode.ERROR, message });
    this.span.setAttributes({ 'error.type': type });
  }

  end(): void {
    this.span.end();
  }
}
