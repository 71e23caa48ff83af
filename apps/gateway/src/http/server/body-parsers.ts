import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const FORM = 'application/x-www-form-urlencoded';

/**
 * JSON or an empty body: most fields of commands are optional, and some clients send the content type with an empty
 * body too. Fastify alone would answer that with a 400.
 *
 * Forms and plain text are refused: any web page can make a browser post those here without a preflight request (CSRF).
 */
export function acceptJsonOnly(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser('application/json', {}, (_request, body, done) => {
    try {
      done(null, parseJson(body.toString('utf8')));
    } catch (error) {
      done(error as Error);
    }
  });
  app.useBodyParser(FORM, {}, (_request, _body, done) => done(new UnsupportedMediaTypeException()));
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadRequestException('The body is not JSON; send an object such as {"days_back": 7}, or nothing.', {
      cause,
    });
  }
}
