import type { ChildProcess } from 'node:child_process';

type Listener = (server: ChildProcess) => void;

let listener: Listener = () => undefined;

/**
 * Calls back with the process of each server that is started here, before it is ready: for programs that must not leave
 * one behind. Servers have their own process groups and outlive whoever started them. Only the last listener counts,
 * because the set-up of tests registers one for each file.
 */
export function onServerProcess(next: Listener): void {
  listener = next;
}

export function reportServerProcess(server: ChildProcess): void {
  listener(server);
}
