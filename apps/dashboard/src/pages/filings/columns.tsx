import { FilingLink, MemberLink } from '../../disclosures/links.js';
import { dayText, STATUSES } from '../../disclosures/words.js';
import { Badge } from '../../ui/state-badge.js';
import type { Column } from '../../ui/table/column.js';
import { capital } from '../../ui/text.js';
import { RelativeTime } from '../../ui/time.js';
import type { Filing } from './page.js';

export const COLUMNS: Column<Filing>[] = [
  {
    ...{ id: 'filed', header: 'Filed', width: '7rem' },
    cell: ({ id, filed_on }) => (
      <FilingLink id={id}>
        <span className="numbers">{dayText(filed_on)}</span>
      </FilingLink>
    ),
  },
  { id: 'chamber', header: 'Chamber', width: '6rem', isOptional: true, cell: ({ chamber }) => capital(chamber) },
  {
    ...{ id: 'filer', header: 'Filer', width: 'minmax(6.5rem, 2fr)' },
    cell: ({ member, filer_name_raw: name }) => <MemberLink bioguide={member.bioguide} name={name} />,
  },
  {
    ...{ id: 'title', header: 'Title', width: 'minmax(10rem, 2fr)', isOptional: true },
    cell: ({ title_raw: title, amendment_no }) => (
      <span title={title}>{title || (amendment_no === null ? '–' : `Amendment ${amendment_no}`)}</span>
    ),
  },
  {
    ...{ id: 'status', header: 'Status', width: '9rem' },
    cell: ({ status }) => <Badge tone={STATUSES[status].tone}>{STATUSES[status].text}</Badge>,
  },
  {
    ...{ id: 'seen', header: 'First seen', width: '8rem', isOptional: true },
    cell: ({ first_seen_at }) => <RelativeTime at={first_seen_at} />,
  },
];
