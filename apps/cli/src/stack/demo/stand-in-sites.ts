import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../../config.js';
import { NodeChild } from '../parts/child-process.js';
import type { Part, RunningPart } from '../parts/part.js';
import type { ServiceLog } from '../parts/service-log.js';

const MODULE = fileURLToPath(new URL('../../../../stand-ins/src/main.js', import.meta.url));

/** What a stand-in prints when it listens. */
export interface StandInChamber {
  url: string;
  /** First and last filing date of what it lists; ISO calendar dates. */
  window: { start: string; end: string };
  /** Number of PTRs it lists. */
  filings: number;
}

export interface StandIns {
  house: StandInChamber;
  /** Images of paper reports are on another host. */
  senate: StandInChamber & { media_url: string };
}

export interface StandInOptions {
  /** A folder of real documents; without it the stand-in renders its own. */
  documents: string | undefined;
  /** Serve the folder's own yearly indexes, or one built from its listing. */
  index: 'real' | 'listing';
  log: ServiceLog;
}

/** The stand-ins for both sites, in one process; a restart keeps their ports. */
export class StandInSites implements Part {
  readonly name = 'stand-in sites';
  private known: StandIns | undefined;

  constructor(private readonly options: StandInOptions) {}

  get sites(): StandIns {
    return this.known!;
  }

  async start(): Promise<RunningPart> {
    const child = await NodeChild.spawn({ module: MODULE, args: this.arguments(), env: childEnvironment({}) });
    this.options.log.take(child.stderr);
    try {
      this.known = await firstLine(child);
    } catch (error) {
      await child.stop();
      throw error;
    }
    return child;
  }

  private arguments(): string[] {
    const { documents, index } = this.options;
    return [...this.ports(), '--index', index, ...(documents === undefined ? [] : ['--documents', documents])];
  }

  private ports(): string[] {
    if (!this.known) return ['--port', '0', '--senate-port', '0', '--senate-media-port', '0'];
    const { house, senate } = this.known;
    const port = (url: string): string => new URL(url).port;
    return [
      '--port',
      port(house.url),
      '--senate-port',
      port(senate.url),
      '--senate-media-port',
      port(senate.media_url),
    ];
  }
}

async function firstLine(child: NodeChild): Promise<StandIns> {
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), child.exited]);
  if (typeof line === 'string') throw new Error(`it exited (${line})`);
  return JSON.parse(line[0] as string) as StandIns;
}
