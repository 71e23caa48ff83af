import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { PictureBox } from '#rotunda/domain';
import { ScanSheets } from '#rotunda/persistence';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { invalidFields } from '../../http/known-errors.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { crop, DecodedSheets } from './cropped-picture.js';

const PAGE = /^[1-9]\d{0,3}$/;
const BOX = /^\d{1,5}(?:,\d{1,5}){3}$/;

/** Of a named version nothing changes; the newest version may come to be another one. */
const FOR_EVER = 'private, max-age=31536000, immutable';
const ASK_AGAIN = 'private, no-cache';

class SheetParams {
  @ApiPropertyOptional({
    ...{ pattern: BOX.source, example: '120,340,480,372' },
    description: 'Only this part: left, top, right, bottom in pixels from the upper left corner',
  })
  @IsOptional()
  @Matches(BOX, { message: 'box must be left,top,right,bottom in whole pixels, such as 120,340,480,372' })
  box?: string;

  @ApiPropertyOptional({
    example: 'house-ptr/9',
    description:
      'As this version of the reader straightened it, whose rows have their boxes there; by default the last one',
  })
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,100}$/, {
    message: 'parser_version must be that of a row, 1 to 100 characters without blanks',
  })
  parser_version?: string;
}

/** The pictures that a scan was read from. */
@ApiTags('disclosures')
@Disclosures()
@Controller('filings/:id/sheets')
export class SheetsController {
  private readonly decoded = new DecodedSheets();

  constructor(private readonly sheets: ScanSheets) {}

  @Get(':page.png')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a sheet of a scan that was read, upright and straightened, or a part of it' })
  @ApiOkResponse({
    description: 'A picture with the pixels that the boxes of rows mean',
    content: { 'image/png': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems(400, 404, 503)
  async show(
    @Param('id', new UuidPipe('filing')) id: string,
    @Param('page') page: string,
    @Query() { box, parser_version }: SheetParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!PAGE.test(page)) {
      const message = 'page must be the page of the filing, a whole number from 1';
      throw invalidFields(400, [{ field: 'page', message }]);
    }
    const picture = await this.sheets.picture(id, Number(page), parser_version);
    if (!picture)
      throw new NotFoundException(`No sheet ${page} of the filing ${id} was read; its pages may be archived.`);
    const png = box === undefined ? picture.png : this.part(picture, box);
    await reply
      .header('etag', `"${picture.sha256}${box === undefined ? '' : `-${box}`}"`)
      .header('cache-control', parser_version === undefined ? ASK_AGAIN : FOR_EVER)
      .header('x-content-type-options', 'nosniff')
      .type('image/png')
      .send(png);
  }

  private part({ sha256, png }: { sha256: string; png: Uint8Array }, box: string): Buffer {
    const decoded = this.decoded.of(sha256, png);
    const part = crop(decoded, box.split(',').map(Number) as PictureBox);
    if (part) return Buffer.from(part);
    const message = `box ${box} has nothing of the sheet, which is ${decoded.width} by ${decoded.height} pixels`;
    throw invalidFields(400, [{ field: 'box', message }]);
  }
}
