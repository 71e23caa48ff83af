import { connect } from 'node:net';
import { connect as encrypt } from 'node:tls';

const ANSWERS_WITHIN_MS = 3_000;
const NATS_PORT = 4222;

/**
 * When the certificate ends that the first of these servers shows; null if it has none, or does not answer. It is only
 * looked at: whether we trust it shows when we connect. NATS greets in plain text, and then the same connection is
 * encrypted.
 */
export function certificateEnd(servers: string): Promise<Date | null> {
  const [first = ''] = servers.split(',').map((server) => server.trim());
  const url = first.includes('://') ? first : `nats://${first}`;
  if (!URL.canParse(url)) return Promise.resolve(null);
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port || NATS_PORT), hostname.replaceAll(/[[\]]/g, ''));
    const end = (answer: Date | null): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWERS_WITHIN_MS, () => end(null));
    socket.once('error', () => end(null));
    socket.once('data', (greeting) => {
      if (!/"tls_(required|available)":\s*true/.test(greeting.toString('latin1'))) return end(null);
      const secure = encrypt({ socket, rejectUnauthorized: false }, () => {
        const { valid_to } = secure.getPeerCertificate();
        end(valid_to ? new Date(valid_to) : null);
      });
      secure.once('error', () => end(null));
    });
  });
}
