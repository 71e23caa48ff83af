import { parseCommandSubject, type TaskName } from '#rotunda/contracts';
import type { PullGate } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { Changes } from '../changes.js';
import { MISSING_TERMS } from './missing-terms.js';
import { PostgresGate } from './postgres-gate.js';
import { SiteGate } from './site-gate.js';

interface Gate {
  readonly isOpen: boolean;
  opened(signal: AbortSignal): Promise<void>;
}

/** Where the site's terms are not accepted. They are with another configuration, which another process has. */
const SHUT: Gate = { isOpen: false, opened: (signal) => new Changes().next(signal) };

/**
 * What each of a scraper's commands needs before it is taken up. A check needs nothing: it is there to say what is
 * wrong, with the site or with Postgres.
 */
@Injectable()
export class CommandGate implements PullGate {
  private readonly gates: Record<TaskName, Gate[]>;

  constructor(site: SiteGate, postgres: PostgresGate, @Inject(MISSING_TERMS) missingTerms: string | null) {
    const scrape = missingTerms === null ? [site, postgres] : [SHUT];
    this.gates = { scrape, reparse: [postgres], check: [] };
  }

  isOpen(subject: string): boolean {
    return this.gatesOf(subject).every((gate) => gate.isOpen);
  }

  /** One may shut while another is waited for. */
  async opened(subject: string, signal: AbortSignal): Promise<void> {
    do {
      for (const gate of this.gatesOf(subject)) await gate.opened(signal);
    } while (!this.isOpen(subject));
  }

  private gatesOf(subject: string): Gate[] {
    const command = parseCommandSubject(subject);
    return command ? this.gates[command.name] : [];
  }
}
