import type { PipeTransform } from '@nestjs/common';
import { invalidFields } from '../http/known-errors.js';

/** Documents also have some like `COF$I`, `BRK.B`, `BF/B`; the longest of them has far fewer characters. */
const TICKER = /^[^\p{Cc}\p{Cs}]{1,40}$/u;

/** A `:ticker`, in capitals; percent-encoded where it has other characters than letters and digits: `BF%2FB`. */
export class TickerPipe implements PipeTransform<string, string> {
  transform(ticker: string): string {
    if (TICKER.test(ticker)) return ticker.toUpperCase();
    const message = 'ticker must have 1 to 40 characters, none of them a control character';
    throw invalidFields(400, [{ field: 'ticker', message }]);
  }
}
