import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';

const MOST_SYMBOLS = 50;
const SYMBOLS = new RegExp(`^[^\\p{Cc},]{1,20}(?:,[^\\p{Cc},]{1,20}){0,${MOST_SYMBOLS - 1}}$`, 'u');

/** One ticker, or several separated by commas. */
export const Symbols = (): PropertyDecorator =>
  applyDecorators(
    Matches(SYMBOLS, { message: `$property must be a ticker, or up to ${MOST_SYMBOLS} separated by commas` }),
  );

export const symbolsIn = (text: string): string[] => text.split(',').map((symbol) => symbol.trim());
