import { randomBytes } from 'node:crypto';
import { invalidFields } from '../http/known-errors.js';

const PLACE = /^([0-9a-f]{12})\.(\d{1,15})$/;
const MESSAGE = 'last_event_id must be the id of an event of this stream; leave it out for a new stream';

/**
 * A place in the stream of one gateway process, over all topics. Another process numbers its events anew, so its places
 * mean nothing to this one.
 */
export interface LivePlace {
  gateway: string;
  event: number;
}

export const newGatewayId = (): string => randomBytes(6).toString('hex');

export const textOfPlace = ({ gateway, event }: LivePlace): string => `${gateway}.${event}`;

/** @param header `Last-Event-ID`, the newer of the two. @throws ProblemException (400) if it is not an id of ours */
export function livePlaceOf(query: string | undefined, header: string | undefined): LivePlace | null {
  if (header) return read('Last-Event-ID', header);
  return query === undefined ? null : read('last_event_id', query);
}

function read(field: string, text: string): LivePlace {
  const [, gateway, event] = PLACE.exec(text) ?? [];
  if (gateway === undefined) throw invalidFields(400, [{ field, message: MESSAGE }]);
  return { gateway, event: Number(event) };
}
