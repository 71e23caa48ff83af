import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsInstant, type Role, ROLES } from '#rotunda/contracts';
import { isKeyUsable, type KeyRecord } from '#rotunda/persistence';
import { Sentence } from '../http/sentence.js';

const LONGEST_NAME = 100;

export class NewKeyBody {
  @ApiProperty({ maxLength: LONGEST_NAME, description: 'Who uses it, and for what', example: 'night report' })
  @Sentence(LONGEST_NAME)
  name!: string;

  @ApiProperty({
    enum: ROLES,
    description: '`look`: read; `act`: also command and decide; `admin`: also keys and purges',
  })
  @IsIn(ROLES, { message: `role must be one of ${ROLES.join(', ')}` })
  role!: Role;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Null or missing: never' })
  @IsOptional()
  @IsInstant()
  expires_at?: string | null;
}

export class KeyView {
  @ApiProperty({ example: '5d41402abc4b2a76' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: ROLES })
  role!: Role;
  @ApiProperty({ enum: ['usable', 'expired', 'revoked'] })
  state!: 'usable' | 'expired' | 'revoked';
  @ApiProperty({ format: 'date-time' })
  created_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expires_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute' })
  last_used_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revoked_at!: string | null;
}

export class MadeKeyView extends KeyView {
  @ApiProperty({ description: 'The key’s text; keep it as you keep a password', example: 'rtd_5d41402abc4b2a76_…' })
  key!: string;
}

export class KeyList {
  @ApiProperty({ type: [KeyView] })
  data!: KeyView[];
}

export const presentKey = (key: KeyRecord, now: Date): KeyView => ({
  id: key.id,
  name: key.name,
  role: key.role,
  state: key.revokedAt ? 'revoked' : isKeyUsable(key, now) ? 'usable' : 'expired',
  created_at: key.createdAt.toISOString(),
  expires_at: key.expiresAt?.toISOString() ?? null,
  last_used_at: key.lastUsedAt?.toISOString() ?? null,
  revoked_at: key.revokedAt?.toISOString() ?? null,
});
