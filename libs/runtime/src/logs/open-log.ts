import { hostname } from 'node:os';
import { isatty } from 'node:tty';
import { Logger } from '@nestjs/common';
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { readConfiguration } from '../settings/configuration.js';
import { logSettings } from '../settings/settings.js';
import { PINO_LEVELS } from './log-level.js';
import { readableLines } from './readable-lines.js';
import { ServiceLogger } from './service-logger.js';
import { workContext } from './work-context.js';

const STDOUT = 1;
/** Lines that wait while the disk of a log file is full; further ones are lost. */
const WAITING_BYTES = 1024 * 1024;

interface LogConfig {
  LOG_LEVEL: keyof typeof PINO_LEVELS;
  LOG_JSON: boolean | 'auto';
}

/** Who writes the lines of a log. */
export interface LogSource {
  service: string;
  pid: number;
  hostname: string;
}

let jsonSource: LogSource | null = null;

/** For code that can't use the logger, such as a thread that ends the process; null if lines are not JSON. */
export const jsonLogSource = (): LogSource | null => jsonSource;

/** The log of this process, which Nest's loggers write to from now on. Wrong settings are left to the caller to report. */
export async function openLog(service: string): Promise<ServiceLogger> {
  const { LOG_LEVEL, LOG_JSON } = logConfig();
  const isJson = LOG_JSON === 'auto' ? !isatty(STDOUT) : LOG_JSON;
  const source = { service, pid: process.pid, hostname: hostname() };
  jsonSource = isJson ? source : null;
  const logger = loggerTo(isJson ? standardOutput() : await terminal(), { level: LOG_LEVEL, source });
  Logger.overrideLogger(logger);
  return logger;
}

/** A logger of JSON lines. */
export function loggerTo(
  output: DestinationStream,
  { level, source }: { level: LogConfig['LOG_LEVEL']; source: LogSource },
): ServiceLogger {
  return new ServiceLogger(
    pino(
      {
        level: PINO_LEVELS[level],
        base: source,
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        // ServiceLogger has made it what it shall be.
        serializers: { err: (err: unknown) => err },
        mixin: contextFields,
      },
      output,
    ),
  );
}

function logConfig(): LogConfig {
  try {
    return readConfiguration(logSettings);
  } catch {
    return readConfiguration(logSettings, {});
  }
}

function contextFields(): object {
  const context = workContext();
  if (!context) return {};
  const { trace, span: _span, ...fields } = context;
  return trace ? { ...fields, trace_id: trace.traceId, span_id: trace.spanId } : fields;
}

/** Synchronous: the last line before an exit says why. A reader that is gone, or a full disk, ends no service. */
function standardOutput() {
  const output = pino.destination({ dest: STDOUT, sync: true, maxLength: WAITING_BYTES });
  output.on('error', () => undefined);
  return output;
}

async function terminal(): Promise<DestinationStream> {
  const output = standardOutput();
  const readable = await readableLines();
  return { write: (line) => output.write(readable(line)) };
}
