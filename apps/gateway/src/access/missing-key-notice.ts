import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Keys } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { ACCESS, type Access } from './settings.js';

/** Tells the operator in the log if nobody can get in, or everybody. */
@Injectable()
export class MissingKeyNotice implements OnApplicationBootstrap {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly now: Clock,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { keysRequired, onLoopback, listenHost } = this.access;
    if (!keysRequired && !onLoopback) {
      this.logger.warn(`KEYS_REQUIRED=false: whoever reaches ${listenHost} may do everything here`);
    }
    if (!keysRequired || (await this.keys.hasUsable('admin', this.now()))) return;
    this.logger.warn(
      'keys are required, and there is no admin key: run "rotunda setup" with SECRETS_DIR, or ' +
        '"rotunda keys make --direct --role admin --name <who>" with DATABASE_URL',
    );
  }
}
