import { Body, Controller, Get, HttpCode, HttpStatus, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type Chamber, CHAMBERS } from '#rotunda/contracts';
import { REVIEW_STATUSES, Reviews, ReviewsQuery, type ReviewStatus, UnknownReviewError } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { announcing } from '#rotunda/scraping';
import { Needs } from '../access/needs.js';
import { Audited } from '../http/audited.js';
import { USE_NOTICE } from '../http/use-notice.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { ListParams } from '../http/list-params.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { CorrectBody, toEdits } from './correct-body.js';
import { AcceptBody, RejectBody, toDecision } from './decision-bodies.js';
import { presentReview, presentReviewDetail, ReviewDetailView, ReviewPage } from './review.view.js';

class ReviewListParams extends ListParams {
  @ApiPropertyOptional({ enum: CHAMBERS })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;

  @ApiPropertyOptional({ enum: REVIEW_STATUSES })
  @IsOptional()
  @IsIn(REVIEW_STATUSES, { message: `status must be one of ${REVIEW_STATUSES.join(', ')}` })
  status?: ReviewStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this filing' })
  @IsOptional()
  @IsUUID('all', { message: 'filing must be the UUID of a filing' })
  filing?: string;
}

/** Filings that failed a gate, for people to decide on. A decision stays in force when the document is read again. */
@ApiTags('reviews')
@Disclosures()
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: Reviews,
    private readonly query: ReviewsQuery,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists the filings that a person should look at or has looked at, last opened first' })
  @ApiOkResponse({ type: ReviewPage })
  @ApiProblems(400, 503)
  async list(@Query() { chamber, status, filing: filingId, limit, cursor }: ReviewListParams): Promise<ReviewPage> {
    const { items, nextCursor } = await this.query.page({ chamber, status, filingId, limit, cursor });
    return { data: items.map(presentReview), next_cursor: nextCursor, notice: USE_NOTICE };
  }

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a review with the current rows of its filing and all decisions about it' })
  @ApiOkResponse({ type: ReviewDetailView })
  @ApiProblems(400, 404, 503)
  async show(@Param('id', new UuidPipe('review')) id: string): Promise<ReviewDetailView> {
    const review = await this.query.find(id);
    if (!review) throw new UnknownReviewError(`There is no review ${id}`);
    return presentReviewDetail(review);
  }

  @Post(':id/accept')
  @Audited('review.accept')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Accepts the rows as they are, also those of a scan that wait: the filing counts as parsed',
  })
  @ApiOkResponse({ type: ReviewDetailView })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503)
  async accept(@Param('id', new UuidPipe('review')) id: string, @Body() body: AcceptBody): Promise<ReviewDetailView> {
    await this.reviews.accept(id, toDecision(body), announcing(this.now));
    return this.show(id);
  }

  @Post(':id/correct')
  @Audited('review.correct')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Corrects fields, adds and removes rows: all of it or nothing; each changed row gets a new revision',
  })
  @ApiOkResponse({ type: ReviewDetailView })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503)
  async correct(@Param('id', new UuidPipe('review')) id: string, @Body() body: CorrectBody): Promise<ReviewDetailView> {
    await this.reviews.correct(id, toDecision(body), toEdits(body), announcing(this.now));
    return this.show(id);
  }

  @Post(':id/reject')
  @Audited('review.reject')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Rejects a misread document: its rows no longer count, and the filing says why' })
  @ApiOkResponse({ type: ReviewDetailView })
  @ApiProblems(400, 404, 409, 413, 415, 422, 503)
  async reject(@Param('id', new UuidPipe('review')) id: string, @Body() body: RejectBody): Promise<ReviewDetailView> {
    await this.reviews.reject(id, toDecision(body), announcing(this.now));
    return this.show(id);
  }
}
