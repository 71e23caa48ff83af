import {
  type ArgumentMetadata,
  HttpStatus,
  Injectable,
  type PipeTransform,
  type Type,
  ValidationPipe,
} from '@nestjs/common';
import { unstorableField, unstorableMessage } from '#rotunda/domain';
import { nearest } from '#rotunda/runtime';
import { isTooDeep } from '#rotunda/tasks';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { invalidFields } from '../known-errors.js';
import type { FieldProblem } from '../problem.js';

/**
 * Checks bodies and query strings against their classes. Unknown fields are refused, because a typo in `days_back`
 * would otherwise scrape the wrong window. An invalid body is a 422, an invalid query a 400. Text that Postgres can't
 * store is refused here too, also in paths.
 */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  private readonly body = validation(HttpStatus.UNPROCESSABLE_ENTITY);
  private readonly parameters = validation(HttpStatus.BAD_REQUEST);

  async transform(value: unknown, { type, ...metadata }: ArgumentMetadata): Promise<unknown> {
    const status = type === 'body' ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.BAD_REQUEST;
    const isFields = type === 'body' || type === 'query';
    const problem = isFields ? shapeProblem(value ?? {}, metadata.metatype) : null;
    if (problem) throw invalidFields(status, [problem]);
    const checked: unknown = await (type === 'body' ? this.body : this.parameters).transform(value, {
      type,
      ...metadata,
    });
    // After the field's own rule, which says more.
    const unstorable = unstorableField(type === 'param' ? { [metadata.data ?? type]: value } : isFields ? value : null);
    if (unstorable !== null) {
      throw invalidFields(status, [{ field: unstorable, message: unstorableMessage(unstorable) }]);
    }
    return checked;
  }
}

function shapeProblem(fields: unknown, schema: Type | undefined): FieldProblem | null {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return { field: 'body', message: 'the body must be a JSON object such as {"days_back": 7}' };
  }
  if (isTooDeep(fields)) return { field: 'body', message: 'the fields of the body are nested too deeply' };
  // class-transformer silently drops `prototype` and names that every object inherits (`__proto__`, `toString`).
  const inherited = Object.keys(fields).find((name) => name === 'prototype' || name in Object.prototype);
  return inherited && schema ? unknownField(inherited, schema) : null;
}

function validation(status: HttpStatus.BAD_REQUEST | HttpStatus.UNPROCESSABLE_ENTITY): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: true, value: false },
    exceptionFactory: (faults) =>
      invalidFields(
        status,
        faults.flatMap((fault) => describeFault(fault)),
      ),
  });
}

/** One message per field, from its first rule: "at most 5000" does not help someone who sent a text. */
function describeFault(fault: ValidationError, parent = ''): FieldProblem[] {
  const { property, constraints, children = [], target } = fault;
  const field = parent + property;
  if (!constraints) return children.flatMap((child) => describeFault(child, `${field}.`));
  if ('whitelistValidation' in constraints && target) return [unknownField(field, target.constructor)];
  // Decorators run from the last to the first, and so do their messages.
  return [{ field, message: Object.values(constraints).at(-1) ?? `${field} is not valid` }];
}

function unknownField(field: string, schema: Function): FieldProblem {
  const rules = getMetadataStorage().getTargetValidationMetadatas(schema, '', false, false);
  const known = [...new Set(rules.map(({ propertyName }) => propertyName))].toSorted();
  const meant = nearest(field, known);
  const hint = meant ? `; nearest: ${meant}` : '';
  return { field, message: `${field} is not a known field; known fields: ${known.join(', ')}${hint}` };
}
