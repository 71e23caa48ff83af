import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MembersQuery } from '#rotunda/persistence';
import { USE_NOTICE } from '../http/use-notice.js';
import { ApiProblems } from '../http/api-problems.js';
import { MemberPage, presentUnmatched, UnmatchedPage } from './member-pages.js';
import { MemberListParams, UnmatchedListParams } from './member-params.js';
import { MemberWithFilingsView, presentMember, presentMemberWithFilings } from './member.view.js';

@ApiTags('members')
@Controller('members')
export class MembersController {
  constructor(private readonly members: MembersQuery) {}

  @Get()
  @ApiOperation({ summary: 'Members of Congress since 2012, by name' })
  @ApiOkResponse({ type: MemberPage })
  @ApiProblems(400, 503)
  async list(@Query() params: MemberListParams): Promise<MemberPage> {
    const { items, nextCursor } = await this.members.page(params);
    return { data: items.map(presentMember), next_cursor: nextCursor };
  }

  // Before `:bioguide`, which would take it for one.
  @Get('unmatched')
  @ApiOperation({
    summary: 'Filings of which it is not known which member filed them, the newest first, each with whom to look at',
    description:
      'Those of candidates and of offices of Congress are not among them. `POST filings/{id}/member` settles one.',
  })
  @ApiOkResponse({ type: UnmatchedPage })
  @ApiProblems(400, 503)
  async unmatched(@Query() params: UnmatchedListParams): Promise<UnmatchedPage> {
    const { items, nextCursor } = await this.members.unmatched(params);
    return { data: items.map(presentUnmatched), next_cursor: nextCursor, notice: USE_NOTICE };
  }

  @Get(':bioguide')
  @ApiOperation({ summary: 'A member with terms, what was decided by hand, and how much was filed' })
  @ApiOkResponse({ type: MemberWithFilingsView })
  @ApiProblems(404, 503)
  async show(@Param('bioguide') bioguide: string): Promise<MemberWithFilingsView> {
    const member = await this.members.find(bioguide);
    if (!member)
      throw new NotFoundException(`There is no member ${bioguide}; /api/v1/members lists those that there are.`);
    return presentMemberWithFilings(member);
  }
}
