import { ErrorCode, NatsError } from 'nats';
import { expect, it } from 'vitest';
import { MessagingUnavailableError, NoRoomError, translateError } from './jetstream-errors.js';
import { StoreDisk } from './store-disk.js';

const FULL = "The disk of nats-server's store is full (/data): make room there.";
const silence = new NatsError('TIMEOUT', ErrorCode.Timeout);

it('no answer of a server with a full disk names the disk, and leaves open what became of the message', () => {
  const error = translateError(silence, { isConnected: true, diskComplaint: FULL });
  expect(error).toBeInstanceOf(NoRoomError);
  expect(error).toMatchObject({ message: FULL, mayHaveArrived: true, cause: silence });
});

it('no answer over a connection that stands asks for the disk, where it is not known', () => {
  const message = (isConnected: boolean): string =>
    (translateError(silence, { isConnected, diskComplaint: null }) as MessagingUnavailableError).message;
  expect(message(true)).toContain('is the disk of its store full?');
  expect(message(false)).toContain('is nats-server running');
});

it('what the server says of its disk is understood, under whatever code', () => {
  const error = new NatsError('503', ErrorCode.JetStreamNotEnabled);
  error.api_error = { code: 503, err_code: 10077, description: 'write 3.blk: no space left on device' };
  expect(translateError(error)).toMatchObject({ name: 'NoRoomError', mayHaveArrived: false });
});

it.each(['', '/no/such/folder', process.cwd()])(
  'a disk that has room, or is not known, is no reason: "%s"',
  (folder) => {
    expect(new StoreDisk(folder).complaint).toBeNull();
  },
);
