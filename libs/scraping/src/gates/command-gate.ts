import { kindOf, parseCommandSubject, type TaskKind } from '#rotunda/contracts';
import type { PullGate } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { Changes } from '../changes.js';
import { MISSING_TERMS } from './missing-terms.js';
import { PostgresGate } from './postgres-gate.js';
import { SiteGate } from './site-gate.js';

type Need = TaskKind['needs'][number];

interface Gate {
  readonly isOpen: boolean;
  opened(signal: AbortSignal): Promise<void>;
}

/** For a site whose terms are not accepted: never opens, as accepting them takes a new configuration and a restart. */
const SHUT: Gate = { isOpen: false, opened: (signal) => new Changes().next(signal) };

/** Keeps a command in the queue until all that its kind needs is available. */
@Injectable()
export class CommandGate implements PullGate {
  private readonly gates: Record<Need, Gate>;

  constructor(site: SiteGate, postgres: PostgresGate, @Inject(MISSING_TERMS) missingTerms: string | null) {
    this.gates = { site: missingTerms === null ? site : SHUT, postgres };
  }

  isOpen(subject: string): boolean {
    return this.gatesOf(subject).every((gate) => gate.isOpen);
  }

  /** Waits in a loop, as one gate may shut while another is awaited. */
  async opened(subject: string, signal: AbortSignal): Promise<void> {
    do {
      for (const gate of this.gatesOf(subject)) await gate.opened(signal);
    } while (!this.isOpen(subject));
  }

  private gatesOf(subject: string): Gate[] {
    const command = parseCommandSubject(subject);
    return command ? kindOf(command.name).needs.map((need) => this.gates[need]) : [];
  }
}
