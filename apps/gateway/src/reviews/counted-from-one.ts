import { applyDecorators } from '@nestjs/common';
import { IsInt, Max, Min } from 'class-validator';

const MAX_INTEGER = 2_147_483_647;

export function CountedFromOne(message: string): PropertyDecorator {
  return applyDecorators(Max(MAX_INTEGER, { message }), Min(1, { message }), IsInt({ message }));
}
