import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RawDocuments } from '#rotunda/persistence';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { invalidFields } from '../http/known-errors.js';
import { fileName, servedMediaType } from './document-file.js';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The bytes come from another site. A page of it must be inert here: no scripts, no forms, no access to our origin, no
 * further requests.
 */
const FOREIGN_CONTENT = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The key is the hash of the content, so the content never changes. */
const FOR_EVER = 'private, max-age=31536000, immutable';

@ApiTags('disclosures')
@Disclosures()
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: RawDocuments) {}

  @Get(':sha256')
  @Needs('look')
  @ApiOperation({ summary: 'Returns an archived document, byte for byte as its site served it' })
  @ApiOkResponse({
    description: 'The bytes, under their own media type',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems(400, 404, 503)
  async show(@Param('sha256') sha256: string, @Res() reply: FastifyReply): Promise<void> {
    if (!SHA256.test(sha256)) {
      const message = 'sha256 must be a SHA-256 in hex: 64 digits 0 to 9 and a to f';
      throw invalidFields(400, [{ field: 'sha256', message }]);
    }
    const document = await this.documents.find(sha256);
    if (!document) throw new NotFoundException(`There is no archived document ${sha256}.`);
    const mediaType = servedMediaType(document.mediaType);
    void reply
      .header('etag', `"${sha256}"`)
      .header('cache-control', FOR_EVER)
      .header('content-security-policy', FOREIGN_CONTENT)
      .header('x-content-type-options', 'nosniff');
    const name = fileName(document.url, mediaType, sha256);
    await reply.type(mediaType).header('content-disposition', `inline; filename="${name}"`).send(document.bytes);
  }
}
