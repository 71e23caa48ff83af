import type { CleanedEnv } from 'envalid';
import type { tracingSettings } from './settings.js';
import { useTracer } from './spans.js';

/** Loads OpenTelemetry only where there is somebody to send traces to. */
export async function startTracing(service: string, config: CleanedEnv<typeof tracingSettings>): Promise<void> {
  const url = tracesUrl(config);
  if (config.OTEL_SDK_DISABLED || url === null) return;
  const { OtelTracer } = await import('./otel-tracer.js');
  useTracer(
    new OtelTracer({
      url,
      service: config.OTEL_SERVICE_NAME || service,
      headers: headersOf(config.OTEL_EXPORTER_OTLP_HEADERS),
    }),
  );
}

function tracesUrl(config: CleanedEnv<typeof tracingSettings>): string | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole } = config;
  if (whole !== '') return whole;
  return base === '' ? null : `${base.replace(/\/$/, '')}/v1/traces`;
}

const headersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [name.trim(), decodeURIComponent(value.join('=').trim())];
      }),
  );
