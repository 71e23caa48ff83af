import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Decision } from '#rotunda/persistence';
import { Sentence } from '../http/sentence.js';
import { CountedFromOne } from './counted-from-one.js';

export class DecisionBody {
  @ApiProperty({ description: 'Who decides', maxLength: 200 })
  @Sentence(200)
  by!: string;

  @ApiPropertyOptional({
    type: Number,
    description: 'The `version` of the review that you looked at; the decision is refused if it has changed since',
  })
  @IsOptional()
  @CountedFromOne('version must be a whole number from 1')
  version?: number | null;
}

export class AcceptBody extends DecisionBody {
  @ApiPropertyOptional({ type: String, description: 'Why', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

export class RejectBody extends DecisionBody {
  @ApiProperty({ description: 'Why; it stays with the filing', maxLength: 1000 })
  @Sentence(1000)
  reason!: string;
}

export const toDecision = ({ by, reason, version }: AcceptBody): Decision => ({
  by,
  reason: reason ?? null,
  version: version ?? undefined,
});
