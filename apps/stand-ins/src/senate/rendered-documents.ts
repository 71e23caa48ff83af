import { drawSenateForm } from './scan/draw-form.js';
import { drawScannedPage } from './scan/draw-scanned-page.js';
import { gifFile } from './scan/gif-file.js';
import type { SenatePaperFacts } from './scan/paper-facts.js';
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
  const pictures = new Map(
    filings.flatMap((filing) => {
      const facts = documents.get(filing.uuid);
      if (facts?.form !== 'paper') return [];
      return Array.from({ length: facts.pages }, (_, index): [string, () => Promise<Buffer>] => {
        const path = picturePath(filing, index + 1);
        return [path, () => drawPicture(path, facts.paper, index + 1)];
      });
    }),
  );
  return {
    filings,
    page: async (filing) => {
      const facts = documents.get(filing.uuid);
      return facts === undefined ? null : render(filing, facts);
    },
    picture: async (path) => {
      const body = await pictures.get(path)?.();
      return body === undefined ? null : { body, modifiedAt: new Date(0) };
    },
  };
}

async function drawPicture(path: string, facts: SenatePaperFacts | null, page: number): Promise<Buffer> {
  const sheet = facts?.sheets.get(page);
  return facts === null || sheet === undefined
    ? drawScannedPage(path)
    : gifFile(await drawSenateForm(facts, page, sheet));
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
