import { parseUsDate } from '#rotunda/domain';
import type { HouseFiling } from './house-filing.js';
import type { SourceFile } from '../source-file.js';
import type { HouseSource } from './house-source.js';
import { renderOtherForm } from './pdf/render-plain-forms.js';
import { renderScan, renderUnreadableScan } from './scan/render-scan.js';
import { type DocumentFacts, type HouseFacts, readHouseFacts } from './read-facts.js';
import { renderPtr } from './render-ptr.js';

/** The project's own facts as a source. Documents are rendered on request and cached. */
export async function openRenderedDocuments(): Promise<HouseSource> {
  return renderedDocuments(await readHouseFacts());
}

export function renderedDocuments({ filings, documents }: HouseFacts): HouseSource {
  const rendered = new Map<string, Promise<Buffer>>();
  const document = async (filing: HouseFiling): Promise<SourceFile | null> => {
    const facts = documents.get(filing.docId);
    if (facts === undefined) return null;
    let bytes = rendered.get(filing.docId);
    if (bytes === undefined) rendered.set(filing.docId, (bytes = render(facts)));
    return {
      body: await bytes,
      modifiedAt: new Date(`${parseUsDate(filing.filingDate) ?? `${filing.year}-01-02`}T12:00:00Z`),
    };
  };
  return { filings, document };
}

function render(facts: DocumentFacts): Promise<Buffer> {
  switch (facts.form) {
    case 'ptr':
      return renderPtr(facts.ptr);
    case 'paper':
      return facts.paper === null ? renderUnreadableScan(facts.docId, facts.pages) : renderScan(facts.paper);
    case 'other':
      return renderOtherForm(facts.docId);
  }
}
