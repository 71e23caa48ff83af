import { Body, Controller, HttpCode, HttpStatus, NotFoundException, Param, Post } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  FilingsQuery,
  type MatchReport,
  MemberDecisions,
  UnknownFilingError,
  UnsuitableMemberError,
} from '#rotunda/persistence';
import { Needs } from '../access/needs.js';
import { Audited } from '../http/audited.js';
import { presentFiling } from '../disclosures/filings/filing.view.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { invalidFields } from '../http/known-errors.js';
import { MemberDecisionBody } from './member-decision.body.js';
import { MemberDecisionView } from './member-pages.js';

@ApiTags('members')
@Disclosures()
@Controller('filings')
export class FilingMemberController {
  constructor(
    private readonly decisions: MemberDecisions,
    private readonly filings: FilingsQuery,
  ) {}

  @Post(':id/member')
  @Audited('member.decide')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Decides which member filed it, or that none did',
    description:
      'Stored with who, when and why. It overrides every rule, also in later scrapes, imports and readings, until a ' +
      'later decision. It also corrects a wrong match.',
  })
  @ApiOkResponse({ type: MemberDecisionView })
  @ApiProblems(400, 404, 422, 503)
  async settle(@Param('id') id: string, @Body() body: MemberDecisionBody): Promise<MemberDecisionView> {
    if (!isUUID(id)) throw invalidFields(400, [{ field: 'id', message: 'id must be the UUID of a filing' }]);
    const { changed } = await this.decide(id, body);
    const filing = await this.filings.find(id);
    if (!filing) throw noSuchFiling(id);
    return { filing: presentFiling(filing), changed };
  }

  private async decide(id: string, { bioguide, applies_to, by, reason }: MemberDecisionBody): Promise<MatchReport> {
    try {
      return await this.decisions.settle(id, { bioguide, appliesTo: applies_to, decidedBy: by, reason });
    } catch (error) {
      if (error instanceof UnknownFilingError) throw noSuchFiling(id, error);
      if (!(error instanceof UnsuitableMemberError)) throw error;
      throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'bioguide', message: error.message }], error);
    }
  }
}

const noSuchFiling = (id: string, cause?: unknown): NotFoundException =>
  new NotFoundException(`There is no filing ${id}; /api/v1/members/unmatched lists those to decide on.`, { cause });
