import { type SiteAnswer, type SiteRequest, fileAnswer, htmlAnswer } from '../answer.js';
import type { AnsweringFault } from '../faults.js';
import type { SiteRoutes } from '../site-routes.js';
import { notFound } from './pages/django-pages.js';
import type { SenateSource } from './pages/senate-source.js';

/** The host of the scanned pages: GIFs by path, for everybody, without session and cookies. */
export class MediaRoutes implements SiteRoutes {
  constructor(private readonly source: SenateSource) {}

  async answer(request: SiteRequest): Promise<SiteAnswer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return htmlAnswer(405, '', { allow: 'GET, HEAD' });
    const picture = await this.source.picture(request.url.pathname);
    return picture === null ? notFound() : fileAnswer(request, { ...picture, mediaType: 'image/gif' });
  }

  async faultyAnswer(fault: AnsweringFault, request: SiteRequest): Promise<SiteAnswer> {
    switch (fault.kind) {
      case 'unavailable':
        return notFound();
      case 'changed_layout':
        return await this.answer(request);
    }
  }

  setPublication(): void {
    throw new Error('publish reports on the site itself, not on its media host');
  }
}
