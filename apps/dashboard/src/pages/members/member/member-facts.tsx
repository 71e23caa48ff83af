import type { Schema } from '../../../api/types.js';
import { dayText } from '../../../disclosures/words.js';
import { Facts } from '../../../ui/facts.js';
import { capital, countText } from '../../../ui/text.js';
import { seatText } from '../seat.js';

type Member = Schema<'MemberWithFilingsView'>;

export const MemberFacts = ({ member: { bioguide, terms, counts } }: { member: Member }): React.JSX.Element => (
  <Facts
    facts={[
      ['Terms', <Terms key="terms" terms={terms} />],
      ['Filings', countText(counts.filings)],
      ['Trades', `${countText(counts.trades)} that count now`],
      ['Filed', counts.filings > 0 ? `${dayText(counts.first_filed_on)} to ${dayText(counts.last_filed_on)}` : null],
      [
        'Biography',
        <a key="biography" href={`https://bioguide.congress.gov/search/bio/${bioguide}`} rel="noreferrer">
          {bioguide}
        </a>,
      ],
    ]}
  />
);

/** The newest first; terms in the same seat and party that follow each other are one line. */
const Terms = ({ terms }: Pick<Member, 'terms'>): React.JSX.Element => (
  <ul>
    {spansOf(terms).map(({ text, from, to }) => (
      <li key={from}>
        {text}{' '}
        <span className="muted numbers">
          {from} to {to}
        </span>
      </li>
    ))}
  </ul>
);

interface Span {
  text: string;
  from: string;
  to: string;
}

function spansOf(terms: Member['terms']): Span[] {
  const spans: Span[] = [];
  for (const term of terms) {
    const text = `${capital(term.chamber)}, ${seatText(term)}, ${term.party ?? 'party unknown'}`;
    const last = spans.at(-1);
    if (last?.text === text && last.to === term.from) last.to = term.to;
    else spans.push({ text, from: term.from, to: term.to });
  }
  return spans.toReversed();
}
