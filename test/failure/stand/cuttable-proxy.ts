import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The two ways in which a network fails: connections break, or nothing comes through any more. */
export type CutKind = 'broken' | 'silent';

interface Pair {
  client: Socket;
  server: Socket;
}

/**
 * A TCP proxy between a service and what it needs; it cuts, falls silent, or stops at a chosen message. Cut and hold know
 * nothing of each other: work that is let go during a cut must find the cut in force.
 */
export class CuttableProxy {
  private readonly pairs = new Set<Pair>();
  private cutAs: CutKind | null = null;
  private stopAt: { text: RegExp; hold: 'message' | 'answers'; reached: () => void } | null = null;
  /** The end of a connection that is not read from, because of what it said or would say. */
  private held: Socket | null = null;

  private constructor(
    private readonly server: Server,
    private readonly target: () => number,
  ) {}

  /** @param target the port it leads to, asked for at each connection */
  static async start(target: () => number): Promise<CuttableProxy> {
    const server = createServer({ allowHalfOpen: false });
    const proxy = new CuttableProxy(server, target);
    server.on('connection', (client) => proxy.accept(client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get isCut(): boolean {
    return this.cutAs !== null;
  }
  /** Whether something is held back on a connection that is still there. */
  get isHolding(): boolean {
    return this.held !== null && !this.held.destroyed;
  }

  cut(kind: CutKind): void {
    this.cutAs = kind;
    this.pairs.forEach((pair) => (kind === 'broken' ? end(pair) : this.setFlow(pair)));
  }

  /** What a silent cut kept back flows again; broken connections are for the clients to make anew. */
  heal(): void {
    this.cutAs = null;
    this.pairs.forEach((pair) => this.setFlow(pair));
  }

  /**
   * Lets nothing through from the first message on that the pattern matches: `message` holds it back itself, `answers`
   * lets it pass and holds back what the server says to it. Until `letGo()`.
   *
   * @returns resolves when such a message came
   */
  holdAt(text: RegExp, hold: 'message' | 'answers'): Promise<void> {
    return new Promise((reached) => (this.stopAt = { text, hold, reached }));
  }

  letGo(): void {
    this.stopAt = null;
    this.held = null;
    this.pairs.forEach((pair) => this.setFlow(pair));
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.pairs.forEach(end);
    await closed;
  }

  private accept(client: Socket): void {
    if (this.cutAs === 'broken') {
      client.destroy();
      return;
    }
    const pair = { client, server: connect(this.target(), '127.0.0.1') };
    this.pairs.add(pair);
    client.setNoDelay(true);
    pair.server.setNoDelay(true);
    client.on('data', (chunk: Buffer) => this.pass(pair, chunk));
    pair.server.on('data', (chunk: Buffer) => client.write(chunk));
    for (const socket of [client, pair.server]) {
      // Either end may go at any moment here; the other one is told by the end of its own connection.
      socket.on('error', () => end(pair));
      socket.on('close', () => {
        end(pair);
        this.pairs.delete(pair);
      });
    }
    this.setFlow(pair);
  }

  private setFlow({ client, server }: Pair): void {
    for (const socket of [client, server]) {
      if (this.cutAs === 'silent' || socket === this.held) socket.pause();
      else socket.resume();
    }
  }

  private pass(pair: Pair, chunk: Buffer): void {
    const stop = this.stopAt;
    if (!stop?.text.test(chunk.toString('latin1'))) {
      pair.server.write(chunk);
      return;
    }
    this.stopAt = null;
    this.held = stop.hold === 'answers' ? pair.server : pair.client;
    this.held.pause();
    if (stop.hold === 'answers') pair.server.write(chunk);
    else pair.client.unshift(chunk);
    stop.reached();
  }
}

function end({ client, server }: Pair): void {
  client.destroy();
  server.destroy();
}
