import { applyDecorators, Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';
import { ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { ENCODINGS, EXPORT_FORMATS, type ExportFormat } from './formats/formats.js';
import { type ExportYear, readYear } from './year.js';

/** The `:format` of an export. */
@Injectable()
export class ExportFormatPipe implements PipeTransform<string, ExportFormat> {
  transform(text: string): ExportFormat {
    const format = EXPORT_FORMATS.find((each) => each === text);
    if (format) return format;
    throw new NotFoundException(`There is no export as "${text}"; use one of ${EXPORT_FORMATS.join(', ')}.`);
  }
}

/** The `:year` of an export. */
@Injectable()
export class ExportYearPipe implements PipeTransform<string, ExportYear> {
  transform(text: string): ExportYear {
    const year = readYear(text);
    if (year !== null) return year;
    throw new NotFoundException(`There is no export of the year "${text}"; use four digits, or undated.`);
  }
}

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** Documents the file of an export. */
export const ApiExportFile = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'format', enum: EXPORT_FORMATS }),
    ApiOkResponse({
      description:
        'The file. The trailer Rotunda-Rows says how many rows it has, Repr-Digest its SHA-256 (RFC 9530). If anything ' +
        'fails after the first byte, the connection is cut.',
      content: Object.fromEntries(Object.values(ENCODINGS).map(({ mediaType }) => [mediaType, BYTES])),
      headers: { 'Rotunda-As-Of': { description: 'The instant of `as_of`', schema: { type: 'string' } } },
    }),
  );
