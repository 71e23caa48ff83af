import { Logger } from '@nestjs/common';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';

type Result = Parameters<Parameters<SpanExporter['export']>[1]>[0];

/** Says once that spans don't arrive, and once that they do again. By itself, the SDK is silent. */
export class LoggedExporter implements SpanExporter {
  private readonly logger = new Logger('Traces');
  private isLosing = false;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly url: string,
  ) {}

  export(spans: ReadableSpan[], done: (result: Result) => void): void {
    this.exporter.export(spans, (result) => {
      this.note(result.error);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  private note(error: Error | undefined): void {
    if (error && !this.isLosing) {
      this.logger.warn(`traces are lost, ${this.url} does not take them: ${error.message}`);
    }
    if (!error && this.isLosing) this.logger.log('traces arrive again');
    this.isLosing = error !== undefined;
  }
}
