import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { PendingReader } from '#rotunda/tasks';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 1_000;

/** Enters commands that were published directly on NATS, within 2 s. */
@Injectable()
export class PendingWatch {
  private readonly turn = new OneAtATime('pending commands');

  constructor(private readonly reader: PendingReader) {}

  @Interval(EVERY_MS)
  readNew(): Promise<void> {
    return this.turn.run(() => this.reader.readNew());
  }
}
