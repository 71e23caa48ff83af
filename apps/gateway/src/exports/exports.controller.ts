import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TradesQuery } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../access/needs.js';
import { PastArchive } from '../disclosures/past-archive.js';
import { TradeFilterParams, tradeFiltersOf } from '../disclosures/trades/trade-params.js';
import { ApiDescription } from '../http/api-description.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { dictionaryOf } from './columns/dictionary.js';
import { DictionaryView } from './columns/dictionary.view.js';
import { describeFile, isHead, sendFile } from './export-answer.js';
import { ApiExportFile, ExportFormatPipe, ExportYearPipe } from './export-parameters.js';
import { ENCODINGS, type ExportFormat } from './formats/formats.js';
import { fileName, presentManifest } from './manifest.js';
import { ExportManifestView } from './manifest.view.js';
import { TradeExports } from './trade-exports.js';
import { type ExportYear, ofYear } from './year.js';

/** The trades as files; docs/exports.md. */
@ApiTags('exports')
@Disclosures()
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly exports: TradeExports,
    private readonly trades: TradesQuery,
    private readonly past: PastArchive,
    private readonly api: ApiDescription,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('manifest')
  @Needs('look')
  @ApiOperation({
    summary: 'Lists the files of an export: one for each year of filing, with its number of trades',
    description:
      'Takes the filters of the list of trades. Each link has them, and `as_of`: however long the download takes, the ' +
      'files show the archive at one instant. Without `as_of` that is now.',
  })
  @ApiOkResponse({ type: ExportManifestView })
  @ApiProblems(400, 503)
  async manifest(@Query() params: TradeFilterParams): Promise<ExportManifestView> {
    const wanted = tradeFiltersOf(params, this.now());
    const asOf = wanted.asOf ?? (await this.exports.lastInstant(this.now()));
    const [memory, years] = await Promise.all([this.past.memoryOf(asOf), this.trades.countByYear({ ...wanted, asOf })]);
    return presentManifest(params, memory!, years);
  }

  @Get('dictionary')
  @Needs('look')
  @ApiOperation({ summary: 'Says what each column of an export means, and its type in each format' })
  @ApiOkResponse({ type: DictionaryView })
  dictionary(): DictionaryView {
    return dictionaryOf(this.api.document);
  }

  @Get('trades.:format')
  @Needs('look')
  @ApiOperation({
    summary: 'Streams all trades that fit the filters as one file',
    description:
      'The newest filing first, its rows in document order. Of NDJSON, each line is a trade as the list of trades has it.',
  })
  @ApiExportFile()
  @ApiProblems(400, 404, 503)
  whole(
    @Param('format', ExportFormatPipe) format: ExportFormat,
    @Query() params: TradeFilterParams,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ format, params, request, reply });
  }

  @Get('trades-:year.:format')
  @Needs('look')
  @ApiOperation({ summary: 'Streams the trades of one year’s filings as a file' })
  @ApiParam({ name: 'year', example: '2024', description: 'Of the filing; `undated`: its date is not known' })
  @ApiExportFile()
  @ApiProblems(400, 404, 503)
  ofYear(
    @Param('year', ExportYearPipe) year: ExportYear,
    @Param('format', ExportFormatPipe) format: ExportFormat,
    @Query() params: TradeFilterParams,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ year, format, params, request, reply });
  }

  private async send({ year, format, params, request, reply }: Asked): Promise<void> {
    const all = tradeFiltersOf(params, this.now());
    const filters = year === undefined ? all : ofYear(all, year);
    const { mediaType } = ENCODINGS[format];
    const describe = (): FastifyReply =>
      describeFile(reply, { name: fileName(format, year), mediaType, asOf: filters.asOf });
    if (isHead(request)) return void (await describe().send());
    const body = await this.exports.begin(filters, format);
    await sendFile(describe(), body);
  }
}

interface Asked {
  year?: ExportYear;
  format: ExportFormat;
  params: TradeFilterParams;
  request: FastifyRequest;
  reply: FastifyReply;
}
