import { ApiProperty } from '@nestjs/swagger';
import type { UnmatchedFiling } from '#rotunda/persistence';
import { Noticed } from '../disclosures/noticed.js';
import { FilingView, presentFiling } from '../disclosures/filings/filing.view.js';
import { NEXT_CURSOR } from '../http/list-params.js';
import { ListedMemberView, MemberView, presentMember } from './member.view.js';

export class MemberPage {
  @ApiProperty({ type: [ListedMemberView] })
  data!: ListedMemberView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

export class MemberCandidateView {
  @ApiProperty({
    enum: ['surname', 'seat'],
    description: '`surname`: has the surname and sat at about that time; `seat`: held the seat',
  })
  reason!: string;
  @ApiProperty()
  member!: MemberView;
}

export class UnmatchedFilingView extends FilingView {
  @ApiProperty({ type: [MemberCandidateView], description: 'Members it may be, in no order' })
  candidates!: MemberCandidateView[];
}

export class UnmatchedPage extends Noticed {
  @ApiProperty({ type: [UnmatchedFilingView] })
  data!: UnmatchedFilingView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

/** What a decision changed. */
export class MemberDecisionView {
  @ApiProperty()
  filing!: FilingView;
  @ApiProperty({ description: 'How many filings the decision changed, including this one' })
  changed!: number;
}

export const presentUnmatched = (filing: UnmatchedFiling): UnmatchedFilingView => ({
  ...presentFiling(filing),
  candidates: filing.candidates.map(({ member, reason }) => ({ reason, member: presentMember(member) })),
});
