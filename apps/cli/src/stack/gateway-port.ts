import { createServer } from 'node:net';
import { freePort } from '#rotunda/embedded';

/** Where people look for the API first. */
export const USUAL_PORT = 8080;

/** The usual port if nobody listens on it, otherwise a free one. */
export async function gatewayPort(usual: number = USUAL_PORT): Promise<number> {
  return (await isFree(usual)) ? usual : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
