import type { ChildProcess } from 'node:child_process';

type Listener = (server: ChildProcess) => void;

let listener: Listener = () => undefined;

/**
 * Calls back with the process of each server that is started here, before it is ready. Servers have process groups of
 * their own and outlive whoever started them: for those who must not leave any behind. There is one listener, the last
 * one given: test set-up gives it again for each file of a process.
 */
export function onServerProcess(next: Listener): void {
  listener = next;
}

export function tellServerProcess(server: ChildProcess): void {
  listener(server);
}
