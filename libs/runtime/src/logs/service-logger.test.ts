import { Logger, type LogLevel } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loggerTo } from './open-log.js';
import { inContext } from './work-context.js';

const source = { service: 'gateway', pid: 4711, hostname: 'here' };
type Line = Record<string, unknown> & { err: Record<string, unknown> };

function logAt(level: LogLevel) {
  const lines: Line[] = [];
  return { lines, logger: loggerTo({ write: (line) => lines.push(JSON.parse(line) as Line) }, { level, source }) };
}

const LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

describe('a line', () => {
  it('has its time, level, service and context', () => {
    const { lines, logger } = logAt('log');
    logger.warn('connection lost', 'NATS');
    expect(lines).toEqual([
      {
        ...source,
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-.+T.+Z$/),
        context: 'NATS',
        msg: 'connection lost',
      },
    ]);
  });

  it('names the task in progress, and its trace', async () => {
    const { lines, logger } = logAt('log');
    const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), flags: 1 };
    await inContext({ task_id: 't', attempt: 2 }, async () => {
      await Promise.resolve();
      inContext({ trace }, () => logger.log('deep'));
    });
    logger.log('outside');
    expect(lines[0]).toMatchObject({ task_id: 't', attempt: 2, trace_id: trace.traceId, span_id: trace.spanId });
    expect(lines[1]).not.toHaveProperty('task_id');
  });

  it('hides secrets in the message, in an error and in an object', () => {
    const { lines, logger } = logAt('log');
    const url = 'postgres://u:hunter2@db/x';
    logger.error(url, new Error(url, { cause: new Error(url) }), 'HTTP');
    logger.log({ password: 'hunter2', url });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines[0]!.err['stack']).toContain('caused by: Error: postgres://[redacted]@db/x');
  });
});

it.each(LEVELS)('with LOG_LEVEL=%s has that level and those above', (level) => {
  const { lines, logger } = logAt(level);
  for (const each of LEVELS) logger[each]('x', 'HTTP');
  const names = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'];
  expect(lines.map((line) => line['level'])).toEqual(names.slice(0, LEVELS.indexOf(level) + 1));
});

it('takes the lines of the framework for debugging', () => {
  const { lines, logger } = logAt('log');
  logger.log('GatewayModule dependencies initialized', 'InstanceLoader');
  expect(lines).toEqual([]);
});

describe('an error', () => {
  const error = Object.assign(new TypeError('no such row'), { code: '23505', parameters: ['hunter2'] });
  const expected = { type: 'TypeError', message: 'no such row', stack: error.stack };

  it('has its type, message, stack and code, and nothing else', () => {
    const { lines, logger } = logAt('log');
    logger.error(error, 'HTTP');
    expect(lines[0]).toMatchObject({ msg: 'no such row', context: 'HTTP' });
    expect(lines[0]!.err).toEqual({ ...expected, code: '23505' });
  });

  it('has them too where Nest passes the stack', () => {
    const { lines, logger } = logAt('log');
    logger.error('GET /x: no such row', error.stack, 'HTTP');
    expect(lines[0]).toMatchObject({ msg: 'GET /x: no such row', context: 'HTTP', err: expected });
  });
});

describe("Nest's loggers", () => {
  const { lines, logger } = logAt('log');
  beforeAll(() => Logger.overrideLogger(logger));
  afterAll(() => Logger.overrideLogger(process.env['ROTUNDA_TEST_LOG'] ? ['log', 'warn', 'error'] : false));

  it('write to it, with their context', () => {
    new Logger('Outbox').warn('announcements wait');
    expect(lines).toMatchObject([{ context: 'Outbox', msg: 'announcements wait' }]);
  });
});
