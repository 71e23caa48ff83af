import { type Chamber, type SiteState } from '#rotunda/contracts';
import { heldBackBecause, type SiteEntry, SiteStore, untouchedSite } from '#rotunda/tasks';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Changes } from '../changes.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';

/** A change that a watch missed, because its server was restarted, is noticed within this time. */
export const LOOK_AGAIN_MS = 5_000;

/**
 * Whether the chamber's scrape commands may run, as far as this process knows: it watches KV `sites`. Until it knows,
 * the gate is shut.
 */
@Injectable()
export class SiteGate implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Site');
  private readonly changes = new Changes();
  private entry: SiteEntry;
  private isKnown = false;
  private stopWatching = (): void => undefined;
  private lookAgain: NodeJS.Timeout | undefined;

  constructor(
    private readonly sites: SiteStore,
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
  ) {
    this.entry = { state: untouchedSite(chamber), revision: 0 };
  }

  async onModuleInit(): Promise<void> {
    const { ready, stop } = await this.sites.watch(this.chamber, (entry) => this.see(entry));
    this.stopWatching = stop;
    this.lookAgain = setInterval(() => void this.look(), LOOK_AGAIN_MS);
    await ready;
    // A watch is ready once everything was sent to it, which may be before its callback has run.
    this.see(await this.sites.find(this.chamber));
    this.isKnown = true;
    this.changes.notify();
  }

  onModuleDestroy(): void {
    clearInterval(this.lookAgain);
    this.stopWatching();
  }

  get state(): SiteState {
    return this.entry.state;
  }

  get isOpen(): boolean {
    return this.isKnown && heldBackBecause(this.state) === null;
  }

  /** Resolves once scrape commands may run. @throws the signal's reason */
  async opened(signal: AbortSignal): Promise<void> {
    while (!this.isOpen) await this.changes.next(signal);
  }

  /** Resolves when the state changes, or after `timeoutMs`. @throws the signal's reason */
  changed(signal: AbortSignal, timeoutMs?: number): Promise<void> {
    return this.changes.next(signal, timeoutMs);
  }

  /** As SiteStore's; the written state applies here at once. @throws MessagingUnavailableError */
  async change(step: (state: SiteState) => SiteState | null): Promise<SiteState | null> {
    const written = await this.sites.change(this.chamber, step);
    if (written) this.see(written);
    return written?.state ?? null;
  }

  /**
   * Trusts KV even where it shows an older state than seen before: a removed entry has no revision. A change that
   * arrives during the read is newer.
   */
  private async look(): Promise<void> {
    const { revision } = this.entry;
    try {
      const found = await this.sites.find(this.chamber);
      if (this.entry.revision === revision && found.revision !== revision) this.note(found);
    } catch (error) {
      // The known state applies until NATS answers again.
      this.logger.debug(`KV sites can't be read: ${String(error)}`);
    }
  }

  private see(entry: SiteEntry): void {
    if (entry.revision > this.entry.revision) this.note(entry);
  }

  private note(entry: SiteEntry): void {
    const before = heldBackBecause(this.entry.state);
    this.entry = entry;
    const now = heldBackBecause(entry.state);
    if (now !== before) this.logger.log(now === null ? 'scrapes may run' : `scrapes wait: ${now}`);
    this.changes.notify();
  }
}
