import { Body, Controller, HttpCode, HttpStatus, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { InvalidLineageError, Lineages, type Links, type LinkedFiling, UnknownFilingError } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { announcing } from '#rotunda/scraping';
import { Needs } from '../../access/needs.js';
import { Audited } from '../../http/audited.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { invalidFields } from '../../http/known-errors.js';
import { Sentence } from '../../http/sentence.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { LinkedFilingView, presentLinkedFiling } from './lineage.view.js';

class LineageBody {
  @ApiProperty({ description: 'Who decides', maxLength: 200 })
  @Sentence(200)
  by!: string;

  @ApiProperty({ description: 'Why', maxLength: 2000 })
  @Sentence(2000)
  reason!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'House: the trade of this filing that amends another one' })
  @IsOptional()
  @IsUUID('all', { message: 'trade must be the UUID of a trade of this filing' })
  trade?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The filing (Senate) or trade (House) that it replaces; null if we do not have that one',
  })
  @IsOptional()
  @IsUUID('all', { message: 'predecessor must be the UUID of a filing or trade, or null' })
  predecessor?: string | null;
}

export class LineageView {
  @ApiProperty({ type: [LinkedFilingView], description: 'Filings that this one replaces, wholly or in part' })
  amends!: LinkedFilingView[];
  @ApiProperty({ type: [LinkedFilingView], description: 'Filings that replace this one, wholly or in part' })
  amended_by!: LinkedFilingView[];
}

export const presentLineage = ({ amends, amendedBy }: Links<LinkedFiling>): LineageView => ({
  amends: amends.map(presentLinkedFiling),
  amended_by: amendedBy.map(presentLinkedFiling),
});

/** People decide what amends what where the documents do not say. */
@ApiTags('reviews')
@Disclosures()
@Controller('filings')
export class LineageController {
  constructor(
    private readonly lineages: Lineages,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post(':id/lineage')
  @Audited('lineage.decide')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Decides what a filing, or a trade of it, replaces; kept when documents are read again',
  })
  @ApiOkResponse({ type: LineageView })
  @ApiProblems(400, 404, 413, 415, 422, 503)
  async decide(@Param('id', new UuidPipe('filing')) id: string, @Body() body: LineageBody): Promise<LineageView> {
    const { trade: rowId, predecessor: predecessorId = null, by, reason } = body;
    try {
      await this.lineages.decide({ filingId: id, rowId, predecessorId, by, reason }, announcing(this.now));
    } catch (error) {
      if (error instanceof UnknownFilingError)
        throw new NotFoundException(`There is no filing ${id}.`, { cause: error });
      if (!(error instanceof InvalidLineageError)) throw error;
      throw invalidFields(
        422,
        [{ field: rowId === undefined ? 'predecessor' : 'trade', message: error.message }],
        error,
      );
    }
    return presentLineage(await this.lineages.ofFiling(id));
  }
}
