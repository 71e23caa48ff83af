import { ErrorCode, NatsError } from 'nats';
import { expect, it } from 'vitest';
import { MessagingUnavailableError, NoRoomError, translateError } from './jetstream-errors.js';
import { StoreDisk } from './store-disk.js';

const FULL = "The disk of nats-server's store is full (/data): free space there.";
const silence = new NatsError('TIMEOUT', ErrorCode.Timeout);

it('a timeout with a full disk reports the disk, and that the message may have arrived', () => {
  const error = translateError(silence, { isConnected: true, diskComplaint: FULL });
  expect(error).toBeInstanceOf(NoRoomError);
  expect(error).toMatchObject({ message: FULL, mayHaveArrived: true, cause: silence });
});

it('a timeout of a connected server asks whether the disk is full, if that is unknown', () => {
  const message = (isConnected: boolean): string =>
    (translateError(silence, { isConnected, diskComplaint: null }) as MessagingUnavailableError).message;
  expect(message(true)).toContain('is the disk of its store full?');
  expect(message(false)).toContain('is nats-server running');
});

it('the server’s error about a full disk is recognized under any code', () => {
  const error = new NatsError('503', ErrorCode.JetStreamNotEnabled);
  error.api_error = { code: 503, err_code: 10077, description: 'write 3.blk: no space left on device' };
  expect(translateError(error)).toMatchObject({ name: 'NoRoomError', mayHaveArrived: false });
});

it.each(['', '/no/such/folder', process.cwd()])(
  'a disk with room, or an unknown one, is not a problem: "%s"',
  (folder) => {
    expect(new StoreDisk(folder).complaint).toBeNull();
  },
);
