import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The two ways in which a network fails: connections break, or nothing comes through any more. */
export type CutKind = 'broken' | 'silent';

interface Pair {
  client: Socket;
  server: Socket;
}

/** A TCP proxy between a service and what it needs; it cuts, falls silent, or stops at a chosen message. */
export class CuttableProxy {
  private readonly pairs = new Set<Pair>();
  private cutAs: CutKind | null = null;
  private stopAt: { text: RegExp; hold: 'message' | 'answers'; reached: () => void } | null = null;

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

  cut(kind: CutKind): void {
    this.cutAs = kind;
    for (const pair of this.pairs) {
      if (kind === 'broken') end(pair);
      else pause(pair);
    }
  }

  /** What was held in silence flows again; broken connections are for the clients to make anew. */
  heal(): void {
    this.cutAs = null;
    this.stopAt = null;
    for (const { client, server } of this.pairs) {
      client.resume();
      server.resume();
    }
  }

  /**
   * Lets nothing through from the first message on that the pattern matches: `message` holds it back itself, `answers`
   * lets it pass and holds back what the server says to it. Until `heal()`.
   *
   * @returns resolves when such a message came
   */
  holdAt(text: RegExp, hold: 'message' | 'answers'): Promise<void> {
    return new Promise((reached) => (this.stopAt = { text, hold, reached }));
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
    if (this.cutAs === 'silent') pause(pair);
  }

  private pass(pair: Pair, chunk: Buffer): void {
    const stop = this.stopAt;
    if (!stop?.text.test(chunk.toString('latin1'))) {
      pair.server.write(chunk);
      return;
    }
    this.stopAt = null;
    if (stop.hold === 'answers') {
      pair.server.pause();
      pair.server.write(chunk);
    } else {
      pair.client.pause();
      pair.client.unshift(chunk);
    }
    stop.reached();
  }
}

function pause({ client, server }: Pair): void {
  client.pause();
  server.pause();
}

function end({ client, server }: Pair): void {
  client.destroy();
  server.destroy();
}
