import { drawScannedPage } from './scan/draw-scanned-page.js';
import { type DocumentFacts, type SenateFacts, readSenateFacts } from './read-facts.js';
import {
  picturePath,
  renderAnnualReport,
  renderExtensionNotice,
  renderPaperWrapper,
} from './pages/render-other-pages.js';
import { renderPtr } from './pages/render-ptr.js';
import type { SenateFiling } from './pages/senate-filing.js';
import type { SenateSource } from './pages/senate-source.js';

/** The project's own facts as a source. Pages are rendered and scans drawn on request. */
export async function openRenderedDocuments(): Promise<SenateSource> {
  return renderedDocuments(await readSenateFacts());
}

export function renderedDocuments({ filings, documents }: SenateFacts): SenateSource {
  const pictures = new Set(
    filings.flatMap((filing) => {
      const facts = documents.get(filing.uuid);
      const pages = facts?.form === 'paper' ? facts.pages : 0;
      return Array.from({ length: pages }, (_, index) => picturePath(filing, index + 1));
    }),
  );
  return {
    filings,
    page: async (filing) => {
      const facts = documents.get(filing.uuid);
      return facts === undefined ? null : render(filing, facts);
    },
    picture: async (path) => (pictures.has(path) ? { body: drawScannedPage(path), modifiedAt: new Date(0) } : null),
  };
}

function render(filing: SenateFiling, facts: DocumentFacts): Buffer {
  switch (facts.form) {
    case 'ptr':
      return renderPtr(facts.ptr);
    case 'paper':
      return renderPaperWrapper(filing, facts.pages);
    case 'annual':
      return renderAnnualReport(filing);
    case 'extension':
      return renderExtensionNotice(filing);
  }
}
