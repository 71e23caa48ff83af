import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { BEATS, DEADLINE, type WatchedMemory } from './watchdog-memory.js';

/** The thread of `Watchdog`: this module is only loaded as a worker. */
const memory = workerData as WatchedMemory;
const beats = new Int32Array(memory.beats);
const deadline = new BigInt64Array(memory.deadline);
const sleep = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

const STDERR = 2;

function end(why: string): void {
  try {
    writeSync(STDERR, `${lastLine(`watchdog: ${why}; killing the process`)}\n`);
  } catch {
    // Nobody reads stderr any more, or its pipe is full: the process is killed anyway.
  }
  process.kill(process.pid, 'SIGKILL');
}

function lastLine(msg: string): string {
  if (!memory.logSource) return msg;
  return JSON.stringify({
    level: 'fatal',
    time: new Date().toISOString(),
    ...memory.logSource,
    context: 'Watchdog',
    msg,
  });
}

const labelText = (): string => new TextDecoder().decode(new Uint8Array(memory.label).slice()).replace(/\0+$/, '');

parentPort!.postMessage('watching');

// Counts ticks, not time: a suspended machine or a stopped process is not stuck.
let lastBeat = Atomics.load(beats, BEATS);
let stillMs = 0;
for (;;) {
  Atomics.wait(sleep, 0, 0, memory.tickMs);
  const beat = Atomics.load(beats, BEATS);
  stillMs = beat === lastBeat ? stillMs + memory.tickMs : 0;
  lastBeat = beat;
  if (memory.stuckMs > 0 && stillMs >= memory.stuckMs) end(`the event loop was stuck for ${memory.stuckMs / 1000} s`);
  const at = Atomics.load(deadline, DEADLINE);
  if (at !== 0n && process.hrtime.bigint() >= at) end(labelText());
}
