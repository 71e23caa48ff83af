import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FilingsQuery, Lineages } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { chooserOf } from '../../http/lists/chosen-fields.js';
import { USE_NOTICE } from '../../http/use-notice.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { AsOfParams, pastInstant } from '../disclosure-params.js';
import { PastArchive } from '../past-archive.js';
import { presentLineage } from '../lineage/lineage.controller.js';
import { presentTransaction } from '../trades/transaction.view.js';
import { FilingPage, FilingWithTransactionsView, presentSheet } from './filing-page.view.js';
import { filingFilters, FilingListParams } from './filing-params.js';
import { FilingView, presentFiling } from './filing.view.js';

@ApiTags('disclosures')
@Disclosures()
@Controller('filings')
export class FilingsController {
  constructor(
    private readonly filings: FilingsQuery,
    private readonly lineages: Lineages,
    private readonly past: PastArchive,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists filings, newest first' })
  @ApiOkResponse({ type: FilingPage })
  @ApiProblems(400, 503)
  async list(@Query() params: FilingListParams): Promise<FilingPage> {
    const choose = chooserOf(FilingView, params.fields);
    const filters = filingFilters(params, this.now());
    const { items, nextCursor } = await this.filings.page(filters);
    const data = items.map((filing) => choose(presentFiling(filing)) as FilingView);
    return { data, next_cursor: nextCursor, as_of: await this.past.memoryOf(filters.asOf), notice: USE_NOTICE };
  }

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a filing with its transactions and their places in the document' })
  @ApiOkResponse({ type: FilingWithTransactionsView })
  @ApiProblems(400, 404, 503)
  async show(
    @Param('id', new UuidPipe('filing')) id: string,
    @Query() { as_of }: AsOfParams,
  ): Promise<FilingWithTransactionsView> {
    const asOf = pastInstant(as_of, this.now());
    const filing = (await this.filings.find(id, { asOf })) ?? unknownFiling(id, as_of);
    const lineage = await this.past.links(await this.lineages.ofFiling(id), (link) => link.id, asOf);
    return {
      ...presentFiling(filing),
      ...presentLineage(lineage),
      transactions: filing.transactions.map((row) => presentTransaction(row, filing)),
      pages: filing.pages.map(presentSheet),
      as_of: await this.past.memoryOf(asOf),
      notice: USE_NOTICE,
    };
  }
}

function unknownFiling(id: string, asOf?: string): never {
  const then = asOf === undefined ? '' : ` as of ${asOf}`;
  throw new NotFoundException(`There is no filing ${id}${then}; /api/v1/filings lists all filings.`);
}
