import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MembersQuery, MemberTradesQuery } from '#rotunda/persistence';
import { Needs } from '../access/needs.js';
import { USE_NOTICE } from '../http/use-notice.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { MemberPage, presentUnmatched, UnmatchedPage } from './member-pages.js';
import { memberFilters, MemberListParams, UnmatchedListParams } from './member-params.js';
import { MemberTradesView, presentMemberTrades } from './member-trades.view.js';
import { MemberWithFilingsView, presentListedMember, presentMemberWithFilings } from './member.view.js';

@ApiTags('members')
@Disclosures()
@Controller('members')
export class MembersController {
  constructor(
    private readonly members: MembersQuery,
    private readonly trades: MemberTradesQuery,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists the members of Congress since 2012, by name' })
  @ApiOkResponse({ type: MemberPage })
  @ApiProblems(400, 503)
  async list(@Query() params: MemberListParams): Promise<MemberPage> {
    const { items, nextCursor } = await this.members.page(memberFilters(params));
    return { data: items.map(presentListedMember), next_cursor: nextCursor };
  }

  // Before `:bioguide`, which would match it too.
  @Get('unmatched')
  @Needs('look')
  @ApiOperation({
    summary: 'Lists filings whose member is not known, newest first, each with the members it may be',
    description: 'Without those of candidates and of offices of Congress. `POST filings/{id}/member` decides on one.',
  })
  @ApiOkResponse({ type: UnmatchedPage })
  @ApiProblems(400, 503)
  async unmatched(@Query() params: UnmatchedListParams): Promise<UnmatchedPage> {
    const { items, nextCursor } = await this.members.unmatched(params);
    return { data: items.map(presentUnmatched), next_cursor: nextCursor, notice: USE_NOTICE };
  }

  @Get(':bioguide')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a member with terms, decisions by hand, and counts of filings and trades' })
  @ApiOkResponse({ type: MemberWithFilingsView })
  @ApiProblems(404, 503)
  async show(@Param('bioguide') bioguide: string): Promise<MemberWithFilingsView> {
    return presentMemberWithFilings((await this.members.find(bioguide)) ?? unknownMember(bioguide));
  }

  @Get(':bioguide/trades-summary')
  @Needs('look')
  @ApiOperation({
    summary: 'Shows what a member traded: totals, by month, by asset',
    description:
      'Trades that count now (`is_current`), of filings that are matched to the member. `GET late?bioguide=…` has those ' +
      'that were disclosed late.',
  })
  @ApiOkResponse({ type: MemberTradesView })
  @ApiProblems(404, 503)
  async summary(@Param('bioguide') bioguide: string): Promise<MemberTradesView> {
    if (!(await this.members.find(bioguide))) unknownMember(bioguide);
    return presentMemberTrades(bioguide, await this.trades.summary(bioguide));
  }
}

function unknownMember(bioguide: string): never {
  throw new NotFoundException(`There is no member ${bioguide}; /api/v1/members lists all members.`);
}
