import type { ChildProcess } from 'node:child_process';

type Listener = (server: ChildProcess) => void;

const listeners = new Set<Listener>();

/**
 * Calls back with the process of each server that is started here, before it is ready. Servers have process groups of
 * their own and outlive whoever started them: for those who must not leave any behind.
 */
export function onServerProcess(listener: Listener): void {
  listeners.add(listener);
}

export function tellServerProcess(server: ChildProcess): void {
  for (const listener of listeners) listener(server);
}
