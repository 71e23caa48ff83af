import type { AttemptEvidence } from '#rotunda/contracts';
import { type EvidencePage, RawDocuments } from '#rotunda/persistence';
import { type Clock, CLOCK, orLate } from '#rotunda/runtime';
import { type RunningTask, StopAttempt } from '#rotunda/tasks';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { mediaTypeOf } from '../fetch/http-exchange.js';
import { type Exchange, rememberingExchanges } from '../fetch/last-exchange.js';
import { orAborted } from '../turns.js';

/** Time limit for a picture or the archive: the end of the task must not wait for them. */
const PICTURE_WITHIN_MS = 5_000;
const ARCHIVED_WITHIN_MS = 5_000;
/** The yearly indexes and nearly all PDFs are smaller; a larger page would prove nothing more. */
const LARGEST_PAGE_BYTES = 8 * 1024 * 1024;

/**
 * Keeps what the site last showed when a task fails: URL, status and headers with the attempt, page and picture in the
 * archive. Errors in doing so are only logged; the work's own error is thrown.
 */
@Injectable()
export class FailureEvidence {
  private readonly logger = new Logger('Evidence');

  constructor(
    @Inject(RawDocuments) private readonly documents: Pick<RawDocuments, 'saveEvidence'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws whatever the work throws */
  during<T>(task: Pick<RunningTask<unknown>, 'id' | 'signal' | 'keepEvidence'>, work: () => Promise<T>): Promise<T> {
    return rememberingExchanges(work, async (_error, last) => {
      if (!last) return;
      const seen = evidenceOf(last);
      task.keepEvidence(seen);
      // Cancelling a task or stopping the worker must not wait, and the site did nothing wrong.
      if (task.signal.reason instanceof StopAttempt) return;
      const archiving = this.archived(task.id, last);
      const archived = await (task.signal.aborted ? archiving : orAborted(archiving, task.signal));
      task.keepEvidence({ ...seen, ...archived });
    });
  }

  private async archived(taskId: string, last: Exchange): Promise<Partial<AttemptEvidence>> {
    const [page, picture] = [pageOf(last), await this.unlessFailing(taskId, pictureOf(last), PICTURE_WITHIN_MS)];
    const now = this.now();
    const save = (what: EvidencePage | null): Promise<string | null> =>
      this.unlessFailing(taskId, what ? this.documents.saveEvidence(what, now) : null, ARCHIVED_WITHIN_MS);
    const [page_sha256, screenshot_sha256] = await Promise.all([page, picture].map(save));
    return { ...(page_sha256 && { page_sha256 }), ...(screenshot_sha256 && { screenshot_sha256 }) };
  }

  private async unlessFailing<T>(taskId: string, promise: Promise<T> | null, withinMs: number): Promise<T | null> {
    try {
      return await orLate(Promise.resolve(promise), withinMs, () => {
        throw new Error(`it took longer than ${withinMs / 1000} s`);
      });
    } catch (error) {
      this.logger.warn(`part of the evidence of task ${taskId} was not kept: ${String(error)}`);
      return null;
    }
  }
}

const evidenceOf = ({ url, status, headers }: Exchange): AttemptEvidence => ({
  url,
  status,
  headers: Object.fromEntries(headers),
});

const pageOf = ({ url, headers, bytes }: Exchange): EvidencePage | null =>
  bytes.length === 0 || bytes.length > LARGEST_PAGE_BYTES ? null : { url, mediaType: mediaTypeOf(headers), bytes };

async function pictureOf({ url, picture }: Exchange): Promise<EvidencePage | null> {
  const bytes = await picture?.();
  return bytes ? { url, mediaType: 'image/png', bytes } : null;
}
