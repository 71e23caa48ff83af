import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type SiteAnswer, type SiteRequest, jsonAnswer } from './answer.js';
import { answerControl } from './control.js';
import { type Fault, FaultInjector, type FaultPlan, NO_FAULTS, type SenateFault, isSenateFault } from './faults.js';
import { challengeAnswer, overloadedAnswer, throttledAnswer } from './refusals.js';
import { type LoggedRequest, headersOfInterest } from './request-log.js';
import type { SiteRoutes } from './site-routes.js';

export interface SiteServerOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: a free one. */
  port?: number;
  faults?: FaultPlan;
  /** Makes this a second host of that site: with its log and faults. */
  beside?: SiteServer;
}

/** A listening stand-in site: routes behind faults and a request log. */
export class SiteServer {
  readonly requests: LoggedRequest[];
  private injector: FaultInjector;
  private readonly beside: SiteServer | undefined;
  private readonly server: Server;
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly routes: SiteRoutes,
    { faults = NO_FAULTS, beside }: SiteServerOptions,
  ) {
    this.beside = beside;
    this.requests = beside?.requests ?? [];
    this.injector = this.inject(faults);
    this.server = createServer((incoming, response) => {
      // A client that disconnects during its request is not a failure of the site.
      this.serve(incoming, response).catch(() => response.destroy());
    });
  }

  static async start(routes: SiteRoutes, options: SiteServerOptions = {}): Promise<SiteServer> {
    const site = new SiteServer(routes, options);
    await new Promise<void>((resolve, reject) => {
      site.server.once('error', reject);
      site.server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
    });
    return site;
  }

  /** Base URL, without a trailing slash. */
  get url(): string {
    const { address, port, family } = this.server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }

  get faults(): FaultPlan {
    return this.beside?.faults ?? this.injector.plan;
  }

  /**
   * Setting a plan restarts its counts.
   *
   * @throws {Error} for a fault that the site can't have: a test of it would pass.
   */
  set faults(plan: FaultPlan) {
    if (this.beside) this.beside.faults = plan;
    else this.injector = this.inject(plan);
  }

  /** Closes open connections too; may be called twice. */
  stop(): Promise<void> {
    this.stopped ??= new Promise((resolve, reject) => {
      this.server.close((error) => (error ? reject(error) : resolve()));
      this.server.closeAllConnections();
    });
    return this.stopped;
  }

  private inject(plan: FaultPlan): FaultInjector {
    const stranger = plan.faults.find(isSenateFault);
    if (stranger && !this.routes.senateFaultyAnswer)
      throw new Error(`${stranger.kind}: only the Senate's site has this fault`);
    return new FaultInjector(plan);
  }

  private faultFor(request: SiteRequest): Fault | null {
    const { injector } = this.beside ?? this;
    return injector.faultFor(request.method, request.url.pathname);
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedMs = performance.now();
    const at = new Date().toISOString();
    const request = await readRequest(incoming);
    const control = answerControl(this, this.routes, request);
    if (control) {
      send(response, request.method, control);
      return;
    }

    const fault = this.faultFor(request);
    const answer = await this.answerWith(fault, request);
    const entry: LoggedRequest = {
      at,
      method: request.method,
      path: request.url.pathname + request.url.search,
      status: answer.status,
      bytes: request.method === 'HEAD' ? 0 : answer.body.length,
      durationMs: 0,
      ...(fault && { fault: fault.kind }),
      headers: headersOfInterest(incoming.headers),
    };
    // Logged before the last byte is sent: a client that has its answer must find its request in the log.
    this.requests.push(entry);
    if (fault?.kind === 'cut_off') entry.bytes = sendHalf(response, answer);
    else send(response, request.method, answer);
    entry.durationMs = Math.round(performance.now() - startedMs);
  }

  private async answerWith(fault: Fault | null, request: SiteRequest): Promise<SiteAnswer> {
    try {
      if (fault === null) return await this.routes.answer(request);
      if (isSenateFault(fault)) return await this.senateFaultyAnswer(fault, request);
      switch (fault.kind) {
        case 'throttled':
          return throttledAnswer(fault.retryAfterSeconds ?? 1);
        case 'overloaded':
          return overloadedAnswer(fault.retryAfterSeconds);
        case 'challenge':
          return challengeAnswer();
        case 'slow':
          await delay(fault.delayMs, undefined, { ref: false });
          return await this.routes.answer(request);
        case 'cut_off':
          return await this.routes.answer(request);
        default:
          return await this.routes.faultyAnswer(fault, request);
      }
    } catch (error) {
      // A broken stand-in must not look like one of the site's faults: the body tells the test why.
      return jsonAnswer(500, { standIn: error instanceof Error ? error.stack : String(error) });
    }
  }

  private async senateFaultyAnswer(fault: SenateFault, request: SiteRequest): Promise<SiteAnswer> {
    // A second host, like that of the Senate's pictures, has neither sessions nor pages of its own to spoil.
    return (await this.routes.senateFaultyAnswer?.(fault, request)) ?? (await this.routes.answer(request));
  }
}

async function readRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', 'http://stand-in'),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

function send(response: ServerResponse, method: string, { status, headers, body }: SiteAnswer): void {
  const length = status === 304 ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...headers, ...length });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Announces the whole body, sends half of it and destroys the socket; returns the number of bytes sent. */
function sendHalf(response: ServerResponse, { status, headers, body }: SiteAnswer): number {
  const half = body.subarray(0, Math.floor(body.length / 2));
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.flushHeaders();
  response.write(half, () => response.destroy());
  return half.length;
}
