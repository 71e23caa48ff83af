import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FilingPageRecord, FilingsQuery, Lineages } from '#rotunda/persistence';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { invalidFields } from '../../http/known-errors.js';
import { FilingPage, type FilingPageView, FilingWithTransactionsView } from '../disclosure-pages.js';
import { filingFilters, FilingListParams } from '../disclosure-params.js';
import { documentPath } from '../../documents/document-path.js';
import { presentFiling } from './filing.view.js';
import { presentLineage } from '../lineage/lineage.controller.js';
import { presentTransaction } from '../trades/transaction.view.js';
import { USE_NOTICE } from '../../http/use-notice.js';

@ApiTags('disclosures')
@Disclosures()
@Controller('filings')
export class FilingsController {
  constructor(
    private readonly filings: FilingsQuery,
    private readonly lineages: Lineages,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists filings, newest first' })
  @ApiOkResponse({ type: FilingPage })
  @ApiProblems(400, 503)
  async list(@Query() params: FilingListParams): Promise<FilingPage> {
    const { items, nextCursor } = await this.filings.page(filingFilters(params));
    return { data: items.map(presentFiling), next_cursor: nextCursor, notice: USE_NOTICE };
  }

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a filing with its transactions and their places in the document' })
  @ApiOkResponse({ type: FilingWithTransactionsView })
  @ApiProblems(400, 404, 503)
  async show(@Param('id') id: string): Promise<FilingWithTransactionsView> {
    if (!isUUID(id)) throw invalidFields(400, [{ field: 'id', message: 'id must be the UUID of a filing' }]);
    const filing = await this.filings.find(id);
    if (!filing) throw new NotFoundException(`There is no filing ${id}; /api/v1/filings lists all filings.`);
    const transactions = filing.transactions.map(presentTransaction);
    const lineage = presentLineage(await this.lineages.ofFiling(filing.id));
    const pages = filing.pages.map(presentPage);
    return { ...presentFiling(filing), ...lineage, transactions, pages, notice: USE_NOTICE };
  }
}

const presentPage = ({ page, documentSha256, sheet, mediaType, url }: FilingPageRecord): FilingPageView => ({
  page,
  document_sha256: documentSha256,
  sheet,
  media_type: mediaType,
  url,
  document: documentPath(documentSha256),
});
