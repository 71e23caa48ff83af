import fc from 'fast-check';
import type { FuzzedGateway } from './fuzzed-gateway.js';
import { type Credential, type FuzzRequest, type Header, requestsTo } from './fuzz-requests.js';
import { KnownValues } from './known-values.js';
import { type OpenApiDocument, type Operation, operationsOf } from './operations.js';
import { type RawAnswer, send } from './raw-http.js';

/** A browser opens as many connections. */
const AT_ONCE = 8;
const A_ROUND = 10;
/** Long enough for a client that waits, and for an answer to what is cut off in the middle. */
const CUT_AFTER_MS = 300;
const WAITS = /[?&]wait=/;
const SHOWN_BYTES = 600;

export interface FuzzReport {
  requests: number;
  seconds: number;
  /** `200` → how many answers; `none` where the connection was closed or cut. */
  statuses: Record<string, number>;
  /** Operation → statuses of its answers, 0 where we hung up. */
  answered: Map<string, Set<number>>;
  /** What must not happen, with the request that made it happen. */
  faults: string[];
}

interface Rounds {
  requests: number;
  seed: number;
  /** False: no credentials are sent. */
  keyed: boolean;
}

export class FuzzRun {
  private readonly port: number;
  private readonly known: KnownValues;

  private constructor(
    private readonly gateway: FuzzedGateway,
    readonly operations: Operation[],
  ) {
    this.port = Number(new URL(gateway.process.url).port);
    this.known = new KnownValues(new Set(Object.values(gateway.keys).map(({ id }) => id)));
  }

  /** Reads what there is to ask from the gateway's own description. */
  static async of(gateway: FuzzedGateway): Promise<FuzzRun> {
    const headers = { authorization: `Bearer ${gateway.keys.look.text}` };
    const answer = await fetch(`${gateway.process.url}/api/docs-json`, { headers });
    return new FuzzRun(gateway, operationsOf((await answer.json()) as OpenApiDocument));
  }

  async send({ requests, seed, keyed }: Rounds): Promise<FuzzReport> {
    const startedMs = performance.now();
    const report: FuzzReport = { requests: 0, seconds: 0, statuses: {}, answered: new Map(), faults: [] };
    const waiting = generate(this.operations, requests, seed);
    const client = async (): Promise<void> => {
      for (let next = waiting.next(); !next.done; next = waiting.next()) await this.try(next.value, keyed, report);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    return { ...report, seconds: (performance.now() - startedMs) / 1_000 };
  }

  private async try(request: FuzzRequest, keyed: boolean, report: FuzzReport): Promise<void> {
    const { target, body } = request;
    // Before the length of the body is counted.
    const filled = { ...request, target: this.known.fill(target), body: body === null ? null : this.known.fill(body) };
    const bytes = bytesOf(filled, this.port, keyed ? this.credential(request.credential) : null);
    const isCut = request.broken !== null || WAITS.test(request.target);
    let answer: RawAnswer | null = null;
    let fault: string | null;
    try {
      answer = await send({ port: this.port, bytes, ...(isCut && { cutAfterMs: CUT_AFTER_MS }) });
      fault = answer ? faultOf(request, answer) : isCut || mayGoUnanswered(bytes) ? null : 'no answer';
    } catch (error) {
      fault = String(error);
    }
    report.requests += 1;
    const status = answer ? String(answer.status) : 'none';
    report.statuses[status] = (report.statuses[status] ?? 0) + 1;
    if (!request.broken) {
      const statuses = report.answered.get(request.operation) ?? new Set();
      report.answered.set(request.operation, statuses.add(answer?.status ?? 0));
      if (answer && answer.status < 300 && /\bjson/.test(answer.contentType)) this.learn(request, answer);
    }
    if (fault) report.faults.push(`${fault}\n  ${shown(bytes)}\n  → ${answer?.status} ${shown(answer?.body ?? '')}`);
  }

  private learn({ operation }: FuzzRequest, { body }: RawAnswer): void {
    const path = operation.split(' ')[1] ?? '';
    // Answers to HEAD have no body.
    if (path.startsWith('/api/v1') && body !== '') this.known.learn(path, JSON.parse(body));
  }

  private credential(kind: Credential): Header[] {
    if (kind === 'none') return [];
    const text = kind === 'wrong' ? `rtd_${'0'.repeat(16)}_${'x'.repeat(43)}` : this.gateway.keys[kind].text;
    return [['Authorization', `Bearer ${text}`]];
  }
}

/** In turns, so that each operation meets what the others did. */
function* generate(operations: Operation[], requests: number, seed: number): Generator<FuzzRequest> {
  for (let left = requests, round = 0; left > 0; round += 1) {
    const columns = operations.map((operation) =>
      fc.sample(requestsTo(operation), { seed: seed + round, numRuns: A_ROUND }),
    );
    for (let row = 0; row < A_ROUND; row += 1) {
      for (const column of columns) {
        if (left <= 0) return;
        left -= 1;
        yield column[row]!;
      }
    }
  }
}

function bytesOf(
  { method, target, headers, body, broken }: FuzzRequest,
  port: number,
  credential: Header[] | null,
): string {
  if (broken !== null) return broken;
  const sent = new Map<string, Header>();
  const usual: Header[] = [['Host', `localhost:${port}`], ['Connection', 'close'], ...(credential ?? [])];
  const ofBody: Header[] = body === null ? [] : [['Content-Type', 'application/json']];
  for (const header of [...usual, ...ofBody, ...headers]) sent.set(header[0].toLowerCase(), header);
  if (body !== null) sent.set('content-length', ['Content-Length', String(body.length)]);
  const lines = [...sent.values()].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${method} ${target} HTTP/1.1\r\n${lines}\r\n${body ?? ''}`;
}

/** Null where the answer is as it must be. */
function faultOf({ method, broken }: FuzzRequest, { status, contentType, body }: RawAnswer): string | null {
  if (status >= 500) return `${status}`;
  if (/node_modules|\bat .*\.[jt]s:\d/.test(body) && !/html|javascript|yaml/.test(contentType)) return 'shows a stack';
  if (method === 'HEAD' && broken === null) return null;
  if (status < 400) return /\bjson/.test(contentType) && !isJson(body) ? 'not JSON' : null;
  // HTTP/1.1 without Host: node refuses it by itself.
  if (broken !== null && status === 400 && body === '') return null;
  if (!contentType.startsWith('application/problem+json')) return `${status} without a problem, but ${contentType}`;
  const problem = isJson(body) ? (JSON.parse(body) as Record<string, unknown>) : {};
  const isWhole = problem['status'] === status && [problem['type'], problem['title'], problem['detail']].every(isText);
  return isWhole ? null : `${status} with an incomplete problem`;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Who sends too much may lose the answer: the gateway closes while more comes. */
const mayGoUnanswered = (bytes: string): boolean => bytes.length > 64 * 1024;

/** As JSON, which shows each byte. */
const shown = (bytes: string): string => JSON.stringify(bytes.replaceAll(/rtd_\w+/g, 'rtd_…').slice(0, SHOWN_BYTES));
