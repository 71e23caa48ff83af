import { Link } from '@tanstack/react-router';
import { documentPath, FilingLink, MemberLink } from '../../../disclosures/links.js';
import { STATUSES } from '../../../disclosures/words.js';
import { Copyable } from '../../../ui/copyable.js';
import { Facts } from '../../../ui/facts.js';
import { Badge } from '../../../ui/state-badge.js';
import { capital } from '../../../ui/text.js';
import { Time } from '../../../ui/time.js';
import type { OneFiling } from './page.js';

export const FilingFacts = ({ filing }: { filing: OneFiling }): React.JSX.Element => (
  <Facts
    facts={[
      ['Filer', <Filer key="filer" filing={filing} />],
      ['Chamber', capital(filing.chamber)],
      ['Title', filing.title_raw || null],
      ['Filed', dateText(filing.filed_on, filing.filed_at_raw)],
      ['Signed', filing.signed_on],
      ['Status', <Status key="status" filing={filing} />],
      ['Amendment', filing.amendment_no === null ? null : `No. ${filing.amendment_no}`],
      ['Amends', linksOf(filing.amends)],
      ['Amended by', linksOf(filing.amended_by)],
      ['Document', <Documents key="document" filing={filing} />],
      ['Pages', filing.pages.length > 0 ? <Sheets key="pages" filing={filing} /> : null],
      ['Id', <Copyable key="id" text={filing.external_id} label="the id of the filing" />],
      ['First seen', <FirstSeen key="seen" filing={filing} />],
      ['Read by', filing.parser_version],
    ]}
  />
);

/** With the text of the site where that says more. */
const dateText = (date: string | null, raw: string): string =>
  date === null ? `Unknown: the site says “${raw}”` : `${date} (“${raw}”)`;

function Filer({ filing: { member, filer_name_raw, office_raw } }: { filing: OneFiling }): React.JSX.Element {
  return (
    <>
      <MemberLink bioguide={member.bioguide} name={filer_name_raw} />{' '}
      <span className="muted">
        {office_raw}
        {member.status !== 'matched' && ` (${MEMBER_NOTES[member.status]})`}
      </span>
    </>
  );
}

const MEMBER_NOTES: Record<Exclude<OneFiling['member']['status'], 'matched'>, string> = {
  open: 'which member this is, is not known',
  ambiguous: 'several members may be meant',
  outside: 'not a member',
};

const Status = ({
  filing: { status, format, transactions, expected_rows },
}: {
  filing: OneFiling;
}): React.JSX.Element => (
  <>
    <Badge tone={STATUSES[status].tone}>{STATUSES[status].text}</Badge>{' '}
    <span className="muted">
      {format === null ? 'format unknown' : format}
      {expected_rows !== null && `, ${transactions.length} of ${expected_rows} rows`}
    </span>
  </>
);

const LINK_WORDS: Record<OneFiling['amends'][number]['kind'], string> = {
  ...{ restates: 'repeats it', amends: 'changes it', withdraws: 'cancels it' },
};

/** Null leaves the line out. */
const linksOf = (links: OneFiling['amends']): React.JSX.Element | null =>
  links.length === 0 ? null : (
    <ul>
      {links.map(({ filing_id, external_id, filed_on, kind }) => (
        <li key={`${filing_id} ${kind}`}>
          <FilingLink id={filing_id}>{filed_on ?? external_id}</FilingLink>{' '}
          <span className="muted">{LINK_WORDS[kind]}</span>
        </li>
      ))}
    </ul>
  );

const Documents = ({ filing: { document_url, document_sha256 } }: { filing: OneFiling }): React.JSX.Element => (
  <>
    <a href={document_url} target="_blank" rel="noreferrer">
      On the site
    </a>
    {document_sha256 === null ? (
      <span className="muted"> (not archived)</span>
    ) : (
      <>
        {' · '}
        <a href={documentPath(document_sha256)} target="_blank" rel="noreferrer">
          As it was archived
        </a>
      </>
    )}
  </>
);

const Sheets = ({ filing: { pages } }: { filing: OneFiling }): React.JSX.Element => (
  <>
    {pages.map(({ page, document_sha256, sheet, media_type }) => (
      <span key={page}>
        <a
          href={documentPath(document_sha256, media_type === 'application/pdf' ? sheet : null)}
          target="_blank"
          rel="noreferrer"
          aria-label={`Page ${page}`}
        >
          {page}
        </a>{' '}
      </span>
    ))}
  </>
);

const FirstSeen = ({ filing: { first_seen_at, first_task_id } }: { filing: OneFiling }): React.JSX.Element => (
  <>
    <Time at={first_seen_at} />, by the task{' '}
    <Link to="/tasks/$id" params={{ id: first_task_id }}>
      {first_task_id}
    </Link>
  </>
);
