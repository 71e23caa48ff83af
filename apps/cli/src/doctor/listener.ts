import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Listener } from './installation.js';

const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];
const LISTENS = '0A';

/** Who listens on a port of this machine, from /proc; null where nobody does, it is another user's, or there is no /proc. */
export async function listenerOf(port: number): Promise<Listener | null> {
  const sockets = new Set((await Promise.all(TABLES.map((table) => socketsIn(table, port)))).flat());
  if (sockets.size === 0) return null;
  for (const pid of await readdir('/proc')) {
    if (/^\d+$/.test(pid) && (await holds(pid, sockets))) return { pid: Number(pid), program: await programOf(pid) };
  }
  return null;
}

/** Columns: sl, local_address, rem_address, st, tx:rx, tr:when, retrnsmt, uid, timeout, inode: proc_net_tcp(5). */
async function socketsIn(table: string, port: number): Promise<string[]> {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    return local?.endsWith(`:${hex}`) && state === LISTENS ? [`socket:[${inode}]`] : [];
  });
}

async function holds(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  // Processes of others, and those that end meanwhile, can't be read.
  const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const targets = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  return targets.some((target) => sockets.has(target));
}

const programOf = async (pid: string): Promise<string> =>
  (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'unknown')).trim();
