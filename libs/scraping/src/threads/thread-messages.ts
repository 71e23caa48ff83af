/** Sent by a thread once it is loaded and has its first message: then the time limit of a request begins. */
export const READY = 'ready';

/** What a thread sends while it works on a request. An error loses its class between threads, so its name is sent too. */
export type ThreadMessage<Result> =
  | typeof READY
  | { progress: unknown }
  | { result: Result }
  | { error: { name: string; message: string; stack: string | undefined } };
