/**
 * The error codes of attempts, tasks and dead letters. Clients read them and the history is searched by them, so they
 * stay the same even if a class is renamed. The code of an unexpected error is its name, e.g. `TypeError`.
 */
export const TASK_ERROR_CODES = {
  /** The command itself is invalid. */
  invalidCommand: 'InvalidCommand',
  softTimeLimit: 'SoftTimeLimitExceeded',
  timeLimit: 'TimeLimitExceeded',
  /** The worker died during the attempt; for a task, during several. */
  workerLost: 'WorkerLost',
  /** The worker was stopped, and another one continues. */
  workerStopped: 'WorkerStopped',
  /** Somebody cancelled the task. */
  revoked: 'Revoked',
  /** The site can't be reached, answers with an error, or cuts off its answer. */
  siteUnavailable: 'SiteUnavailable',
  /** The site sends us to another host, or from HTTPS to plain HTTP; we don't follow. */
  redirectedElsewhere: 'RedirectedElsewhere',
  /** The site blocks us. */
  siteBlocked: 'SiteBlocked',
  /** The circuit breaker is open after refusals of the site; the task waits in the queue. */
  siteClosed: 'SiteClosed',
  /** The site's answer does not have the known layout. */
  layoutChanged: 'LayoutChanged',
  /** One document could not be parsed. */
  unreadableDocument: 'UnreadableDocument',
  /** The Senate's site keeps losing the session in which its terms were accepted. */
  sessionLost: 'SessionLost',
  /** The pages of the Senate's listing are inconsistent. */
  listingUnsettled: 'ListingUnsettled',
  /** The Chromium for the Senate's site does not start. */
  browserUnavailable: 'BrowserUnavailable',
  /** The operator has not accepted the terms of the Senate's site. */
  termsNotAccepted: 'TermsNotAccepted',
  /** Postgres became unavailable; the task waits in the queue. */
  postgresAway: 'PostgresAway',
  /** NATS became unavailable; the task waits in the queue. */
  messagingUnavailable: 'MessagingUnavailableError',
  /** JetStream's disk is full; the task waits in the queue. */
  noRoom: 'NoRoomError',
} as const;

export type TaskErrorCode = (typeof TASK_ERROR_CODES)[keyof typeof TASK_ERROR_CODES];
