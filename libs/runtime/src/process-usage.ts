import { monitorEventLoopDelay } from 'node:perf_hooks';

const MIB = 1024 * 1024;
const RESOLUTION_MS = 10;

/** What a process used. The browser of the Senate's scraper is a process of its own and not part of it. */
export interface Usage {
  /** Resident memory, in MiB. */
  memoryMb: number;
  /** CPU time since the last reading, as a percentage of one core: 150 is one and a half cores. */
  cpuPercent: number;
  /** The longest delay of the event loop since the last reading, in ms. */
  loopLagMs: number;
}

/** Measures this process between one reading and the next; the first counts from the start of the process. */
export class ProcessUsage {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private cpu = { user: 0, system: 0 };
  private readAtMs = 0;

  constructor() {
    this.delays.enable();
  }

  read(): Usage {
    const nowMs = performance.now();
    const cpu = process.cpuUsage();
    const usedMs = (cpu.user + cpu.system - this.cpu.user - this.cpu.system) / 1_000;
    const usage = {
      memoryMb: Math.round(process.memoryUsage.rss() / MIB),
      cpuPercent: oneDecimal((100 * usedMs) / Math.max(1, nowMs - this.readAtMs)),
      // The histogram measures from one timer to the next.
      loopLagMs: oneDecimal(Math.max(0, this.delays.max / 1e6 - RESOLUTION_MS)),
    };
    this.delays.reset();
    this.cpu = cpu;
    this.readAtMs = nowMs;
    return usage;
  }

  close(): void {
    this.delays.disable();
  }
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
