import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The two ways in which a network fails: connections break, or silently carry no more data. */
export type CutKind = 'broken' | 'silent';

interface Pair {
  client: Socket;
  server: Socket;
}

/**
 * A TCP proxy between a service and what it needs. It can cut connections, silence them, or hold a chosen message. Cut
 * and hold are independent: work released during a cut must find the cut in force.
 */
export class CuttableProxy {
  private readonly pairs = new Set<Pair>();
  private cutAs: CutKind | null = null;
  private stopAt: { text: RegExp; hold: 'message' | 'answers'; reached: () => void } | null = null;
  /** The socket that is not read from, because it sent, or will answer, the held message. */
  private held: Socket | null = null;

  private constructor(
    private readonly server: Server,
    private readonly target: () => number,
  ) {}

  /** @param target returns the target port, for each connection */
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
  /** Whether something is held on a connection that is still open. */
  get isHolding(): boolean {
    return this.held !== null && !this.held.destroyed;
  }

  cut(kind: CutKind): void {
    this.cutAs = kind;
    this.pairs.forEach((pair) => (kind === 'broken' ? end(pair) : this.setFlow(pair)));
  }

  /** Data held by a silent cut flows again; clients must reconnect broken connections. */
  heal(): void {
    this.cutAs = null;
    this.pairs.forEach((pair) => this.setFlow(pair));
  }

  /**
   * Holds a connection from the first message on that matches: `message` holds the message itself, `answers` lets it
   * pass and holds the server's answers. Until `letGo()`.
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
      // Either end may close at any moment; the other one notices by the end of its own connection.
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
