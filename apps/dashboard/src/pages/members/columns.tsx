import { MemberLink } from '../../disclosures/links.js';
import { dayText } from '../../disclosures/words.js';
import type { Column } from '../../ui/table/column.js';
import { capital, countText } from '../../ui/text.js';
import type { Member } from './page.js';
import { seatText } from './seat.js';

export const COLUMNS: Column<Member>[] = [
  {
    ...{ id: 'name', header: 'Name', width: 'minmax(9rem, 2fr)' },
    cell: ({ bioguide, name }) => <MemberLink bioguide={bioguide} name={name} />,
  },
  {
    ...{ id: 'chamber', header: 'Chamber', width: '6rem', isOptional: true },
    cell: ({ terms }) => capital(terms.at(-1)?.chamber ?? 'unknown'),
  },
  { id: 'seat', header: 'Seat', width: '5rem', cell: ({ terms }) => seatText(terms.at(-1)) },
  {
    ...{ id: 'party', header: 'Party', width: 'minmax(7rem, 1fr)', isOptional: true },
    cell: ({ terms }) => terms.at(-1)?.party ?? 'Unknown',
  },
  {
    ...{ id: 'filings', header: 'Filings', width: '5.5rem', isNumber: true },
    cell: ({ filings }) => countText(filings),
  },
  {
    ...{ id: 'last', header: 'Last filed', width: '7.5rem', isNumber: true, isOptional: true },
    cell: ({ filings, last_filed_on }) => (filings === 0 ? '–' : dayText(last_filed_on)),
  },
];
