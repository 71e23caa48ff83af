import { commandSubject, STREAMS } from '#rotunda/contracts';
import { eventually, itAll, OtlpReceiver, type ReceivedSpan, ServiceProcess } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from './house-under-test.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE}-${CALLER}-01`;
const SOON = { OTEL_BSP_SCHEDULE_DELAY: '100' };
/** Says on stdout, as a line of its own, which modules of OpenTelemetry a process has loaded. */
const TELLS_MODULES = `--import=data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module';
  import { writeSync } from 'node:fs';
  const { cache } = createRequire(process.cwd() + '/x.js');
  process.on('exit', () => writeSync(1, JSON.stringify({ modules: Object.keys(cache) }) + '\\n'));
`)}`;
const SDK = /@opentelemetry\/(?:sdk|exporter)/;
/** A stop waits 2 s at most for a receiver; the rest is for a slow machine. */
const STOPS_WITHIN_MS = 8_000;

let receiver: OtlpReceiver;
let stack: ChamberStack;
const started: ServiceProcess[] = [];

beforeAll(async () => {
  [receiver, stack] = await Promise.all([OtlpReceiver.start(), ChamberStack.start(houseWithInterval(0))]);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.stop()));
  await stack.reset();
  receiver.hangs = false;
  receiver.spans.length = 0;
  receiver.requests = 0;
});
afterAll(async () => {
  await stack.stop();
  await receiver.stop();
});

const tracing = (): Record<string, string> => ({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...SOON });

async function startGateway(env: Record<string, string>): Promise<ServiceProcess> {
  const servers = { NATS_URL: stack.nats.server.url, DATABASE_URL: stack.database.url };
  const gateway = await ServiceProcess.start('gateway', { ...servers, ...env });
  started.push(gateway);
  return gateway;
}

async function scrapeByBus(): Promise<void> {
  await stack.nats.client.publish(commandSubject('house', 'scrape'), JSON.stringify(stack.recent()), {
    header: { traceparent: TRACEPARENT },
  });
}

/** The `traceparent` of the first event. */
const announced = (): Promise<string> =>
  eventually('an event', async () => {
    const message = await stack.nats.client.nextStored(STREAMS.disclosures, 1);
    return message ? (message.header('traceparent') ?? 'none') : null;
  });

const linesOf = (service: ServiceProcess): Record<string, unknown>[] =>
  service.log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('one trace reaches from the REST call to the event', async () => {
  const [gateway, scraper] = await Promise.all([startGateway(tracing()), stack.startScraper(tracing())]);
  const answer = await fetch(`${gateway.url}/api/v1/tasks/scrape/house`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: TRACEPARENT, 'x-request-id': 'my-request' },
    body: JSON.stringify(stack.recent()),
  });
  expect([answer.status, answer.headers.get('x-request-id')]).toEqual([202, 'my-request']);
  const { task_id } = (await answer.json()) as { task_id: string };
  await stack.ended(task_id);
  const [, traceId, eventSpan] = (await announced()).split('-');
  expect(traceId).toBe(TRACE);

  const spans = receiver.spans;
  const found = (name: string): ReceivedSpan | undefined => spans.find((span) => span.name === name);
  const byId = (id: string | undefined): ReceivedSpan | undefined => spans.find(({ spanId }) => spanId === id);
  await eventually('all parts', () => byId(eventSpan) && found('process tasks.house.scrape.long') && found('parse'));
  const request = spans.find(({ name }) => name.startsWith('POST /api/v1/tasks/'))!;
  expect(request).toMatchObject({ service: 'gateway', traceId: TRACE, parentSpanId: CALLER });
  expect(request.attributes).toMatchObject({ 'http.response.status_code': 202 });
  const sent = found('send tasks.house.scrape.long')!;
  expect(sent).toMatchObject({ service: 'gateway', traceId: TRACE, parentSpanId: request.spanId });
  const attempt = found('process tasks.house.scrape.long')!;
  expect(attempt).toMatchObject({ service: 'house-scraper', traceId: TRACE, parentSpanId: sent.spanId });
  expect(attempt.attributes).toMatchObject({ 'rotunda.task.id': task_id, 'rotunda.task.state': 'SUCCESS' });
  const site = found('GET')!;
  expect(site).toMatchObject({ traceId: TRACE, parentSpanId: attempt.spanId });
  expect(site.attributes).toMatchObject({
    'http.response.status_code': 200,
    'url.full': expect.stringContaining(stack.site.url),
    'rotunda.site.budget_wait_ms': expect.any(Number),
  });
  expect(found('parse')).toMatchObject({ traceId: TRACE, parentSpanId: attempt.spanId });
  const event = byId(eventSpan)!;
  expect(event.name).toMatch(/^send disclosures\./);
  expect(byId(event.parentSpanId)).toMatchObject({ name: 'commit', traceId: TRACE, parentSpanId: attempt.spanId });
  expect(scraper.log).toContain(`"trace_id":"${TRACE}"`);
  const trail = await fetch(`${gateway.url}/api/v1/audit?target=${task_id}`);
  expect(await trail.json()).toMatchObject({ data: [{ request_id: 'my-request', trace_id: TRACE }] });
});

it('without a receiver nothing of it is loaded, the trace passes through, and each log line names its task', async () => {
  const scraper = await stack.startScraper({ LOG_LEVEL: 'debug', NODE_OPTIONS: TELLS_MODULES });
  await scrapeByBus();
  expect(await announced()).toBe(TRACEPARENT);
  await scraper.stop();
  const lines = linesOf(scraper);
  const { modules } = lines.at(-1) as { modules: string[] };
  expect(modules.some((module) => module.includes('@opentelemetry/api'))).toBe(true);
  expect(modules.filter((module) => SDK.test(module))).toEqual([]);
  expect(lines.slice(0, -1).every(({ level, time, service }) => level && time && service === 'house-scraper')).toBe(
    true,
  );
  const deep = lines.filter(({ msg }) => /^\S+: Listing the filings/.test(String(msg)));
  expect(deep).toMatchObject([{ attempt: 1, trace_id: TRACE, task_id: expect.any(String) }]);
});

itAll('a receiver that hangs, or is away, holds nothing up, not even the stop', async () => {
  receiver.hangs = true;
  const away = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', ...SOON };
  const [gateway, scraper] = await Promise.all([
    startGateway(away),
    stack.startScraper({ ...tracing(), NODE_OPTIONS: TELLS_MODULES }),
  ]);
  const id = await stack.submit(stack.recent());
  expect((await fetch(`${gateway.url}/api/v1/trades`)).status).toBe(200);
  expect(await stack.ended(id)).toMatchObject({ state: 'SUCCESS' });
  await eventually('a request that hangs', () => receiver.requests > 0);
  await eventually('a complaint', () => gateway.log.includes('traces are lost, http://127.0.0.1:9/v1/traces'));
  const begun = performance.now();
  expect(await Promise.all([gateway.stop(), scraper.stop()])).toEqual([0, 0]);
  expect(performance.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
  expect((linesOf(scraper).at(-1) as { modules: string[] }).modules.some((module) => SDK.test(module))).toBe(true);
});
