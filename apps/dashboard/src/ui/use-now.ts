import { useSyncExternalStore } from 'react';

const EVERY_MS = 1_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (timer === undefined) {
    // Nobody has watched: the clock has stood still.
    now = Date.now();
    timer = setInterval(tick, EVERY_MS);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  if (document.hidden) return;
  now = Date.now();
  for (const watcher of watchers) watcher();
}

/** Now, in ms since the epoch, once a second while the tab is seen. One timer for the whole page. */
export const useNow = (): number => useSyncExternalStore(watch, () => now);
