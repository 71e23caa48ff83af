import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  HttpStatus,
  Inject,
  NotFoundException,
  Param,
  Post,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Keys } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Audited } from '../http/audited.js';
import { ApiProblems } from '../http/api-problems.js';
import { invalidFields } from '../http/known-errors.js';
import { Callers } from './callers.js';
import { KeyList, MadeKeyView, NewKeyBody, presentKey } from './key.view.js';
import { Needs } from './needs.js';

/** The keys of programs and people. */
@ApiTags('access')
@Controller('keys')
export class KeysController {
  constructor(
    private readonly keys: Keys,
    private readonly callers: Callers,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('admin')
  @ApiOperation({ summary: 'Lists all keys, also revoked and expired ones, without their secrets' })
  @ApiOkResponse({ type: KeyList })
  @ApiProblems(503)
  async list(): Promise<KeyList> {
    const now = this.now();
    return { data: (await this.keys.list()).map((key) => presentKey(key, now)) };
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @Header('cache-control', 'no-store')
  @Needs('admin')
  @Audited('key.make', { target: 'id' })
  @ApiOperation({ summary: 'Makes a key. Its text is in this answer only: nobody can show it again' })
  @ApiCreatedResponse({ type: MadeKeyView })
  @ApiProblems(413, 415, 422, 503)
  async make(@Body() { name, role, expires_at }: NewKeyBody): Promise<MadeKeyView> {
    const expiresAt = expires_at ? new Date(expires_at) : null;
    if (expiresAt && expiresAt <= this.now()) {
      const message = `expires_at ${expires_at} has passed`;
      throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'expires_at', message }]);
    }
    const { text, ...made } = await this.keys.make({ name, role, expiresAt });
    return { ...presentKey(made, this.now()), key: text };
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Needs('admin')
  @Audited('key.revoke')
  @ApiOperation({ summary: 'Revokes a key for good, and ends its sessions' })
  @ApiNoContentResponse()
  @ApiProblems(404, 503)
  async revoke(@Param('id') id: string): Promise<void> {
    const revoked = await this.keys.revoke(id, this.now());
    this.callers.forgetKey(id);
    if (!revoked) throw new NotFoundException(`There is no key ${id}; GET /api/v1/keys lists all keys.`);
  }
}
