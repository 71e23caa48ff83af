import type { PipeTransform } from '@nestjs/common';
import { invalidFields } from '../http/known-errors.js';

const TICKER = /^[^\p{Cc}\p{Cs}]{1,20}$/u;

/** A `:ticker`, in capitals: upper and lower case are the same. */
export class TickerPipe implements PipeTransform<string, string> {
  transform(ticker: string): string {
    if (TICKER.test(ticker)) return ticker.toUpperCase();
    throw invalidFields(400, [{ field: 'ticker', message: 'ticker must have 1 to 20 characters, such as BRK.B' }]);
  }
}
