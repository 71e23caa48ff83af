import { ApiProperty } from '@nestjs/swagger';
import type { UnmatchedFiling } from '#rotunda/persistence';
import { Noticed } from '../disclosures/disclosure-pages.js';
import { FilingView, presentFiling } from '../disclosures/filing.view.js';
import { MemberView, presentMember } from './member.view.js';

const NEXT_CURSOR = {
  type: String,
  nullable: true,
  description: 'Ask with it as `cursor` for the next page; null on the last',
} as const;

export class MemberPage {
  @ApiProperty({ type: [MemberView] })
  data!: MemberView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

export class MemberCandidateView {
  @ApiProperty({ enum: ['surname', 'seat'], description: 'Bears the surname and sat about then, or held the seat' })
  reason!: string;
  @ApiProperty()
  member!: MemberView;
}

export class UnmatchedFilingView extends FilingView {
  @ApiProperty({ type: [MemberCandidateView], description: 'Whom to look at, in no order' })
  candidates!: MemberCandidateView[];
}

export class UnmatchedPage extends Noticed {
  @ApiProperty({ type: [UnmatchedFilingView] })
  data!: UnmatchedFilingView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

/** What became of all filings after a decision. */
export class MemberDecisionView {
  @ApiProperty()
  filing!: FilingView;
  @ApiProperty({ description: 'Filings that the decision changed, this one among them' })
  changed!: number;
}

export const presentUnmatched = (filing: UnmatchedFiling): UnmatchedFilingView => ({
  ...presentFiling(filing),
  candidates: filing.candidates.map(({ member, reason }) => ({ reason, member: presentMember(member) })),
});
