/** Whether commands may be taken now. Behind a shut gate they stay in the queue, and use up no attempt. */
export interface PullGate {
  isOpen(subject: string): boolean;
  /** Resolves when the gate of the subject is open. @throws the signal's reason, as soon as it is aborted */
  opened(subject: string, signal: AbortSignal): Promise<void>;
}

export const ALWAYS_OPEN: PullGate = { isOpen: () => true, opened: () => Promise.resolve() };
