import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { type Role, ROLES } from '#rotunda/contracts';
import type { KnownCaller } from '../callers.js';
import type { Access } from '../settings.js';

const LONGEST_SECRET = 1_000;

/** One of the two. */
export class SignInBody {
  @ApiPropertyOptional({ description: 'A key: `rtd_…`', type: String })
  @IsOptional()
  @Length(1, LONGEST_SECRET, { message: `key must have 1 to ${LONGEST_SECRET} characters` })
  @IsString({ message: 'key must be a text' })
  key?: string;

  @ApiPropertyOptional({ description: 'The dashboard’s password (DASHBOARD_PASSWORD)', type: String })
  @IsOptional()
  @Length(1, LONGEST_SECRET, { message: `password must have 1 to ${LONGEST_SECRET} characters` })
  @IsString({ message: 'password must be a text' })
  password?: string;
}

export class SessionView {
  @ApiProperty({ description: 'Whether requests here need a key or a session' })
  keys_required!: boolean;
  @ApiProperty({ description: 'Whether a password signs in here too' })
  password_accepted!: boolean;
  @ApiProperty({ enum: ['key', 'session', 'open'], nullable: true, description: '`open`: anyone; null: not signed in' })
  kind!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the key; null for a password' })
  id!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'night report' })
  name!: string | null;
  @ApiProperty({ enum: ROLES, nullable: true })
  role!: Role | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it ends; null: never' })
  expires_at!: string | null;
}

export const presentSession = (caller: KnownCaller | null, access: Access): SessionView => ({
  keys_required: access.keysRequired,
  password_accepted: access.password !== null,
  kind: caller?.kind ?? null,
  id: caller?.id ?? null,
  name: caller?.name ?? null,
  role: caller?.role ?? null,
  expires_at: caller?.expiresAt?.toISOString() ?? null,
});
