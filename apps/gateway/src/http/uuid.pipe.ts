import type { PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { invalidFields } from './known-errors.js';

/** The `:id` of something that has a UUID: `@Param('id', new UuidPipe('review'))`. */
export class UuidPipe implements PipeTransform<string, string> {
  constructor(private readonly what: string) {}

  transform(id: string): string {
    if (isUUID(id)) return id;
    throw invalidFields(400, [{ field: 'id', message: `id must be the UUID of a ${this.what}` }]);
  }
}
