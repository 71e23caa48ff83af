import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '#rotunda/runtime';
import { type Answer, expectProblem, GatewayUnderTest } from './gateway-under-test.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

/** `fetch` does not let us set the Host header. */
function askAs(headers: Record<string, string>, path = '/api/v1/workers'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(gateway.url + path, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers({ 'content-type': response.headers['content-type'] ?? '' }),
          body: JSON.parse(text),
        }),
      );
    });
    request.on('error', reject).end();
  });
}

describe('requests that the gateway refuses', () => {
  it.each(['/api', '/api/v1', '/api/v1/nothing', '/api/v1/tasks/a/b', '/trades', '/assets/none.js'])(
    'answers 404 for %s',
    async (path) => {
      expectProblem(await gateway.ask(path), 404, /^There is no GET .*; see \/api\/docs/);
    },
  );

  it('answers 404 for a method that the path does not have', async () => {
    expectProblem(await gateway.ask('/api/v1/trades', { method: 'DELETE' }), 404, /no DELETE \/api\/v1\/trades/);
  });

  it('refuses a path that is not UTF-8', async () => {
    expectProblem(await gateway.ask('/api/v1/tasks/%ff'), 400, /percent-encode/);
  });

  it('refuses a path segment that is too long for any id', async () => {
    expectProblem(await gateway.ask(`/api/v1/tasks/${'x'.repeat(129)}`), 414, /at most 128/);
  });

  it('refuses what is not HTTP', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.write('HELLO\r\n\r\n'));
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('end', () => resolve(text)).on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ status: 400 });
  });

  it('says what it expects of the header Expect', async () => {
    expectProblem(await askAs({ expect: 'x' }), 417, /Leave the header Expect out/);
  });

  it.each(['{"days_back": ', 'days_back=7', '{}}', '\u0000'])('refuses %j, which is not JSON', async (body) => {
    expectProblem(await gateway.post('tasks/scrape/house', body), 400, /not JSON; send an object such as/);
  });

  it('refuses a body of 2 MB', async () => {
    const body = JSON.stringify({ expires_at: 'x'.repeat(2 * 1024 * 1024) });
    expectProblem(await gateway.post('tasks/scrape/house', body), 413, /too large/);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'days_back=7'],
    ['text/plain', '{"days_back": 7}'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/xml', '<days_back>7</days_back>'],
  ])('refuses a post of %s, which any web page could make', async (type, body) => {
    const answer = await gateway.post('tasks/scrape/house', body, { 'content-type': type });
    expectProblem(answer, 415, /content-type application\/json/);
  });
});

describe('requests from outside', () => {
  it.each(['evil.example', 'rotunda.example:8080', '192.0.2.1', '127.0.0.1.evil.example'])(
    'does not answer to the host %j',
    async (host) => {
      expectProblem(await askAs({ host }), 421, /localhost, 127\.0\.0\.1 and \[::1\]/);
    },
  );

  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]:8080'])('answers to the host %j', async (host) => {
    expect(await askAs({ host })).toMatchObject({ status: 200 });
  });

  it('does not answer to a foreign host on unknown paths and the health pages either', async () => {
    expectProblem(await askAs({ host: 'evil.example' }, '/nothing'), 421, /localhost/);
    expectProblem(await askAs({ host: 'evil.example' }, '/health/ready'), 421, /localhost/);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'X-Forwarded-Proto'])(
    'refuses requests of a proxy (%s)',
    async (name) => {
      expectProblem(await askAs({ [name]: 'for=192.0.2.1' }), 403, /refuses requests of a proxy/);
    },
  );

  it.each(['https://evil.example', 'null', 'http://localhost:1'])(
    'refuses commands of a page of %s, even empty ones',
    async (origin) => {
      const answer = await gateway.post('tasks/scrape/house', undefined, { origin });
      expectProblem(answer, 403, /may not change anything/);
    },
  );

  it('accepts commands of its own pages', async () => {
    expect(await gateway.post('tasks/check/house', {}, { origin: gateway.url })).toMatchObject({ status: 202 });
  });
});

describe('around the API', () => {
  it('is live and ready', async () => {
    expect(await gateway.ask('/health/live')).toMatchObject({ status: 200 });
    expect(await gateway.ask('/health/ready')).toMatchObject({
      status: 200,
      body: { details: { nats: { status: 'up' }, postgres: { status: 'up' } } },
    });
  });

  it('has metrics', async () => {
    expect((await gateway.ask('/metrics')).body).toContain('process_cpu_seconds_total');
  });

  it('sends security headers, and does not force browsers to HTTPS', async () => {
    const { headers } = await gateway.get('workers');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('serves the dashboard at any address that a browser asks for', async () => {
    const asking = { headers: { accept: 'text/html,*/*;q=0.8' } };
    for (const path of ['/', '/tasks', '/tasks/4711?from=mail']) {
      const { status, headers, body } = await gateway.ask(path, asking);
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
      const [, script] = /<script type="module"[^>]* src="([^"]+)"/.exec(body)!;
      const file = await gateway.ask(script!, { headers: { 'accept-encoding': 'br' } });
      expect(file.headers.get('content-encoding')).toBe('br');
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expectProblem(await gateway.ask('/api/v1/nothing', asking), 404, /^There is no GET/);
    expectProblem(await gateway.ask('/assets/..%2findex.html', asking), 404, /^There is no GET/);
  });

  it('shows its documentation, with its own scripts only', async () => {
    const page = await gateway.ask('/api/docs');
    expect(page.status).toBe(200);
    const scripts = [...page.body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag as string);
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) {
      const source = /src="([^"]+)"/.exec(tag)?.[1];
      expect(source, `${tag} has its code in the page, which the policy forbids`).toBeDefined();
      expect(await gateway.ask(new URL(source!, `${gateway.url}/api/docs`).pathname)).toMatchObject({ status: 200 });
    }
  });

  it('describes each path and the fields of commands', async () => {
    const { body } = await gateway.ask('/api/docs-json');
    expect(
      Object.keys(body.paths)
        .filter((path) => path.startsWith('/api/v1'))
        .toSorted(),
    ).toEqual([
      '/api/v1/audit',
      '/api/v1/coverage',
      '/api/v1/documents/{sha256}',
      '/api/v1/exports/dictionary',
      '/api/v1/exports/manifest',
      '/api/v1/exports/trades-{year}.{format}',
      '/api/v1/exports/trades.{format}',
      '/api/v1/filings',
      '/api/v1/filings/{id}',
      '/api/v1/filings/{id}/lineage',
      '/api/v1/filings/{id}/member',
      '/api/v1/filings/{id}/sheets/{page}.png',
      '/api/v1/keys',
      '/api/v1/keys/{id}',
      '/api/v1/late',
      '/api/v1/live',
      '/api/v1/members',
      '/api/v1/members/unmatched',
      '/api/v1/members/{bioguide}',
      '/api/v1/members/{bioguide}/trades-summary',
      '/api/v1/overview',
      '/api/v1/reviews',
      '/api/v1/reviews/{id}',
      '/api/v1/reviews/{id}/accept',
      '/api/v1/reviews/{id}/correct',
      '/api/v1/reviews/{id}/reject',
      '/api/v1/schedules',
      '/api/v1/schedules/preview',
      '/api/v1/schedules/reset',
      '/api/v1/schedules/{name}',
      '/api/v1/schedules/{name}/pause',
      '/api/v1/schedules/{name}/reset',
      '/api/v1/schedules/{name}/resume',
      '/api/v1/schedules/{name}/run',
      '/api/v1/session',
      '/api/v1/sites',
      '/api/v1/sites/{chamber}/pause',
      '/api/v1/sites/{chamber}/resume',
      '/api/v1/tasks',
      '/api/v1/tasks/active',
      '/api/v1/tasks/cancel',
      '/api/v1/tasks/cancel/{id}',
      '/api/v1/tasks/check/{chamber}',
      '/api/v1/tasks/count',
      '/api/v1/tasks/dead-letters',
      '/api/v1/tasks/dead-letters/count',
      '/api/v1/tasks/dead-letters/replay',
      '/api/v1/tasks/dead-letters/{sequence}',
      '/api/v1/tasks/dead-letters/{sequence}/replay',
      '/api/v1/tasks/events',
      '/api/v1/tasks/health',
      '/api/v1/tasks/purge',
      '/api/v1/tasks/queue',
      '/api/v1/tasks/registered',
      '/api/v1/tasks/reparse/{chamber}',
      '/api/v1/tasks/retry',
      '/api/v1/tasks/scheduled',
      '/api/v1/tasks/scrape/{chamber}',
      '/api/v1/tasks/stats',
      '/api/v1/tasks/status/{id}',
      '/api/v1/tasks/{id}',
      '/api/v1/tasks/{id}/logs',
      '/api/v1/tasks/{id}/retry',
      '/api/v1/tasks/{id}/terminate',
      '/api/v1/tasks/{id}/why',
      '/api/v1/throughput',
      '/api/v1/tickers',
      '/api/v1/tickers/{ticker}',
      '/api/v1/trades',
      '/api/v1/trades/{id}',
      '/api/v1/trades/{id}/source',
      '/api/v1/version',
      '/api/v1/workers',
      '/api/v1/workers/ping',
      '/api/v1/workers/samples',
      '/api/v1/workers/{worker}',
      '/api/v1/workers/{worker}/drain',
      '/api/v1/workers/{worker}/restart',
    ]);
    const scrape = body.paths['/api/v1/tasks/scrape/{chamber}'].post;
    expect(Object.keys(scrape.requestBody.content['application/json'].schema.properties)).toContain('days_back');
    expect(Object.keys(scrape.responses)).toEqual([
      '202',
      '400',
      '401',
      '403',
      '404',
      '413',
      '414',
      '415',
      '421',
      '422',
      '429',
      '503',
    ]);
  });

  it('says which versions it runs on', async () => {
    expect((await gateway.get('version')).body).toEqual({
      gateway: VERSION,
      node: process.versions.node,
      nats_server: gateway.client.connection.info!.version,
      postgres: expect.stringMatching(/^18\./),
    });
  });

  it('describes the fields of each answer', async () => {
    const { paths, components } = (await gateway.ask('/api/docs-json')).body;
    const answers = Object.values<object>(paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.responses),
    );
    expect(nodesOf([components.schemas, answers]).filter(isObjectWithoutFields)).toEqual([]);
    const references = JSON.stringify([paths, components]).matchAll(/#\/components\/schemas\/(\w+)/g);
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining([...references].map(([, name]) => name)));
  });

  it('describes the fields of a schedule, and no parameter twice', async () => {
    const { paths } = (await gateway.ask('/api/docs-json')).body;
    const { schema } = paths['/api/v1/schedules/{name}'].put.requestBody.content['application/json'];
    expect(schema).toMatchObject({ required: ['task'], properties: { chambers: { type: 'array' } } });
    const names = Object.values<Record<string, { parameters?: { name: string; in: string }[] }>>(paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ parameters = [] }) => parameters.map((parameter) => `${parameter.in} ${parameter.name}`));
    expect(names).toEqual(names.map((each) => [...new Set(each)]));
  });
});

/** All objects in a JSON document. */
function nodesOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

const isObjectWithoutFields = ({ type, properties, additionalProperties, allOf }: Record<string, unknown>): boolean =>
  type === 'object' && !properties && !additionalProperties && !allOf;
