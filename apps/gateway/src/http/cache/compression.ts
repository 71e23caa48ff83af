import { brotliCompress, constants, gzip, type CompressCallback } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

type Compress = (body: string | Buffer, callback: CompressCallback) => void;

/** Of Brotli the level that takes about as long as gzip does: a page of trades half a millisecond. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

const COMPRESS: Record<string, Compress> = {
  br: (body, callback) => brotliCompress(body, BROTLI, callback),
  gzip: (body, callback) => gzip(body, callback),
};

/** Below it, the headers weigh more than what is saved. */
const LEAST_LENGTH = 1_024;
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))/;

/** Clients have few ways to write this header; whoever makes up new ones must not fill the memory. */
const negotiator = new Negotiator({ supportedValues: ['br', 'gzip', 'identity'], cache: new LRUCache({ max: 500 }) });

/** Null: as it is. */
export function encodingFor({ headers }: FastifyRequest): 'br' | 'gzip' | null {
  const encoding = negotiator.negotiate(headers['accept-encoding'] as string);
  return encoding === 'br' || encoding === 'gzip' ? encoding : null;
}

/**
 * Compresses whole texts that somebody reads. Streams stay as they are (they may be endless), and so do bytes with a
 * strong ETag, which promises exactly these bytes. Answers to commands too: one of them shows a new key.
 */
export function compressAnswers(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!isCompressible(request, reply, payload)) return done(null, payload);
    const known = reply.getHeader('vary');
    void reply.header('vary', known === undefined ? 'accept-encoding' : `${String(known)}, accept-encoding`);
    const encoding = encodingFor(request);
    if (!encoding) return done(null, payload);
    COMPRESS[encoding]!(payload, (error, compressed) => {
      // Then the client gets it as it is.
      if (error) return done(null, payload);
      void reply.header('content-encoding', encoding).removeHeader('content-length');
      done(null, compressed);
    });
  });
}

function isCompressible(request: FastifyRequest, reply: FastifyReply, payload: unknown): payload is string | Buffer {
  const [encoding, type, etag] = ['content-encoding', 'content-type', 'etag'].map((name) => reply.getHeader(name));
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    (typeof payload === 'string' || Buffer.isBuffer(payload)) &&
    payload.length >= LEAST_LENGTH &&
    encoding === undefined &&
    TEXT.test(String(type)) &&
    (etag === undefined || String(etag).startsWith('W/'))
  );
}
