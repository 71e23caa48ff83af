import type { Cells, FactsOfFiling } from '../../fact-tables.js';
import { DRAWN_FORMS, type DrawnForm, type PaperFacts, type PaperRowFacts } from './paper-facts.js';

/** What is written on a report on paper; null where no facts are known. */
export function paperFacts({ cells, paper, paperRows }: FactsOfFiling): PaperFacts | null {
  if (paper === undefined) return null;
  const pages = Number(cells['pages']);
  const sheets = Array.from({ length: pages }, (_, index) =>
    paperRows.filter(({ page }) => Number(page) === index + 1).map(toRow),
  );
  return {
    docId: cells['doc_id']!,
    form: readForm(paper),
    hand: paper['hand'] === 'typed' ? 'typed' : 'handwritten',
    rotation: paper['rotation'] === '270' ? 270 : 0,
    filer: paper['name']!,
    state: paper['state']!,
    district: paper['district']!,
    filingDate: cells['filing_date']!,
    isInitial: paper['initial'] === 'yes',
    notes: paper['notes']!.split(' | ').filter(Boolean),
    sheets,
  };
}

function readForm({ doc_id: docId, form }: Cells): DrawnForm {
  const known = DRAWN_FORMS.find((name) => name === form);
  if (known === undefined)
    throw new Error(`facts of ${docId}: no form ${form}; there are ${DRAWN_FORMS.join(' and ')}`);
  return known;
}

const toRow = (cells: Cells): PaperRowFacts => ({
  owner: cells['owner']!,
  asset: cells['asset']!,
  type: cells['type']!,
  tradedOn: cells['traded_on']!,
  notifiedOn: cells['notified_on']!,
  amount: cells['amount']!,
});
