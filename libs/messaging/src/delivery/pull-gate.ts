/** Whether commands may be taken now. What waits behind a shut gate stays in the queue, and costs no attempt. */
export interface PullGate {
  isOpen(subject: string): boolean;
  /** Resolves when the gate of the subject is open. @throws the signal's reason, as soon as it is aborted */
  opened(subject: string, signal: AbortSignal): Promise<void>;
}

/** Nothing is in the way. */
export const ALWAYS_OPEN: PullGate = { isOpen: () => true, opened: () => Promise.resolve() };
