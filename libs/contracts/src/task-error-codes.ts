/**
 * How attempts, tasks and dead letters say what went wrong. Clients read these, the history is searched by them: they
 * stay, whatever the classes are called. An error that nobody expected has its own name for a code, e.g. `TypeError`.
 */
export const TASK_ERROR_CODES = {
  /** The command itself is wrong. */
  invalidCommand: 'InvalidCommand',
  softTimeLimit: 'SoftTimeLimitExceeded',
  timeLimit: 'TimeLimitExceeded',
  /** The worker died during the attempt; of a task, during several. */
  workerLost: 'WorkerLost',
  /** The worker was told to stop, and another one goes on. */
  workerStopped: 'WorkerStopped',
  /** Somebody cancelled the task. */
  revoked: 'Revoked',
  /** The site can't be reached, answers with an error, or breaks off. */
  siteUnavailable: 'SiteUnavailable',
  /** The site refuses us. */
  siteBlocked: 'SiteBlocked',
  /** The site is left alone after it refused; the task waits in the queue. */
  siteClosed: 'SiteClosed',
  /** What the site sent has not the form that we know. */
  layoutChanged: 'LayoutChanged',
  /** One document could not be read. */
  unreadableDocument: 'UnreadableDocument',
  /** The Senate's site forgets that its terms were accepted. */
  sessionLost: 'SessionLost',
  /** The pages of the Senate's listing do not fit together. */
  listingUnsettled: 'ListingUnsettled',
  /** The Chromium for the Senate's site does not start. */
  browserUnavailable: 'BrowserUnavailable',
  /** The operator has not accepted the terms of the Senate's site. */
  termsNotAccepted: 'TermsNotAccepted',
  /** Postgres went away; the task waits in the queue. */
  postgresAway: 'PostgresAway',
  /** NATS went away; the task waits in the queue. */
  messagingUnavailable: 'MessagingUnavailableError',
  /** JetStream's disk is full; the task waits in the queue. */
  noRoom: 'NoRoomError',
} as const;

export type TaskErrorCode = (typeof TASK_ERROR_CODES)[keyof typeof TASK_ERROR_CODES];
