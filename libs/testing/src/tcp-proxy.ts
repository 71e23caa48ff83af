import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy to Postgres or NATS that can cut its connections, restore them, or hold traffic back. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private readonly departing = new Set<Socket>();
  private server!: Server;
  private port = 0;

  /** @param targetUrl URL of the server behind it. Returns the same URL by way of this proxy. */
  async open(targetUrl: string): Promise<string> {
    const url = new URL(targetUrl);
    const target = { host: url.hostname, port: Number(url.port) };
    this.server = createServer((socket) => this.join(socket, connect(target)));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async cut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Holds back what clients send, like a server that hangs. */
  holdUp(): void {
    for (const socket of this.departing) socket.pause();
  }

  letGo(): void {
    for (const socket of this.departing) socket.resume();
  }

  private join(near: Socket, far: Socket): void {
    this.departing.add(near);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket
        .on('error', () => socket.destroy())
        .on('close', () => {
          this.sockets.delete(socket);
          this.departing.delete(socket);
        });
    }
    near.pipe(far).pipe(near);
  }
}
