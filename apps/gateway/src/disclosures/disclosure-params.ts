import { IsOptional } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { type Chamber, FILING_FORMATS, type FilingFormat, isBioguide } from '#rotunda/domain';
import type { FilingFilters } from '#rotunda/persistence';
import { invalidFields } from '../http/known-errors.js';
import { DateFilter, InstantFilter, PlainText, refuseReversedRange } from '../http/list-params.js';
import { AnyLike, AnyOf, AnyText } from '../http/lists/value-lists.js';
import { BIOGUIDE, BIOGUIDE_MESSAGE } from './bioguide.js';
import { partyName } from './party-name.js';

const CHAMBERS = ['senate', 'house'] as const satisfies Chamber[];

/** Which disclosures, by what their filings say; all by default. */
export class DisclosureFilterParams {
  @AnyOf(CHAMBERS)
  chamber?: Chamber[];

  @MemberFilter()
  member?: string;

  @AnyLike(BIOGUIDE, {
    message: BIOGUIDE_MESSAGE,
    description: 'Filed by one of these members (bioguide ids)',
    examples: ['S900001', 'S900002'],
  })
  bioguide?: string[];

  @AnyText(
    'Party of the member’s term on the day of the filing; upper and lower case are the same, and D, R, I and L are short forms',
    ['Democrat', 'Republican'],
  )
  party?: string[];

  @AnyLike(/^[A-Za-z]{2}$/, {
    message: 'state must be postal codes such as CA, or several with commas',
    description: 'State of the same term, by its postal code',
    examples: ['CA', 'NY'],
  })
  state?: string[];

  @AnyText('Exactly one of these tickers; upper and lower case are the same', ['AAPL', 'MSFT'])
  ticker?: string[];

  @AnyOf(
    FILING_FORMATS,
    'How it was filed; of paper filings only those trades are there that were read surely, or confirmed by a person',
  )
  format?: FilingFormat[];

  @DateFilter('Filed on this day or later')
  filed_from?: string;

  @DateFilter('Filed on this day or earlier')
  filed_to?: string;
}

export class AsOfParams {
  @InstantFilter('The answer as the archive knew it at this time; of a day, at its first moment, UTC')
  as_of?: string;
}

/** Adds when Rotunda first saw them. */
export class SeenFilterParams extends IntersectionType(DisclosureFilterParams, AsOfParams) {
  @InstantFilter('Rotunda first saw it at this time or later')
  first_seen_from?: string;

  @InstantFilter('Rotunda first saw it at this time or earlier; a day is included to its end, UTC')
  first_seen_to?: string;
}

/** @throws ProblemException (400) for ranges that end before they begin */
export function disclosureFilters(params: DisclosureFilterParams): Omit<FilingFilters, 'limit' | 'cursor'> {
  const { chamber: chambers, filed_from: filedFrom, filed_to: filedTo, format: formats } = params;
  refuseReversedRange('filed', filedFrom, filedTo);
  return {
    ...{ chambers, filedFrom, filedTo, formats, tickers: params.ticker },
    ...membersOf(params),
    parties: params.party?.map(partyName),
    states: params.state?.map((state) => state.toUpperCase()),
  };
}

/** @throws ProblemException (400) also for an `as_of` in the future, which nobody knows yet */
export function seenFilters(params: SeenFilterParams, now: Date): Omit<FilingFilters, 'limit' | 'cursor'> {
  const firstSeenFrom = instantOf(params.first_seen_from);
  const firstSeenTo = params.first_seen_to === undefined ? undefined : endOf(params.first_seen_to);
  refuseReversedRange('first_seen', firstSeenFrom?.toISOString(), firstSeenTo?.toISOString());
  return { ...disclosureFilters(params), firstSeenFrom, firstSeenTo, asOf: pastInstant(params.as_of, now) };
}

/** @throws ProblemException (400) for an instant in the future */
export function pastInstant(as_of: string | undefined, now: Date): Date | undefined {
  const asOf = instantOf(as_of);
  if (asOf === undefined || asOf <= now) return asOf;
  const message = `as_of ${as_of} is in the future; the archive knows nothing of it yet (now: ${now.toISOString()})`;
  throw invalidFields(400, [{ field: 'as_of', message }]);
}

const instantOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

const LAST_MOMENT = 'T23:59:59.999Z';
const DAY_LENGTH = '2026-11-28'.length;
const endOf = (text: string): Date => new Date(text.length === DAY_LENGTH ? text + LAST_MOMENT : text);

/** `member` is a part of a name, or bioguide ids. Members of both parameters have to be named by both. */
function membersOf({ member, bioguide }: DisclosureFilterParams): Pick<FilingFilters, 'name' | 'members'> {
  const ids = member?.split(',').map((each) => each.trim().toUpperCase());
  if (!ids?.every(isBioguide)) return { name: member, members: bioguide };
  return { name: undefined, members: bioguide ? ids.filter((id) => bioguide.includes(id)) : ids };
}

function MemberFilter(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      description: 'Any part of the filer’s name, in any case; or bioguide ids, several with commas',
      example: 'smith',
    }),
    IsOptional(),
    PlainText(1, 100, '$property must be given once; separate bioguide ids by commas: $property=S900001,S900002'),
  );
}
