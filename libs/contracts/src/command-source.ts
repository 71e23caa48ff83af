/**
 * Where a command came from. `retry` and `replay`: an operator queued a task again, the latter from its dead letter.
 * `sweep`: a gateway finished what another one left half done. `bus`: anyone's `nats pub`.
 */
export const COMMAND_SOURCES = ['rest', 'retry', 'replay', 'sweep', 'schedule', 'bus'] as const;
export type CommandSource = (typeof COMMAND_SOURCES)[number];

/** A header of the commands that our services publish. A command without it comes from the bus. */
export const SOURCE_HEADER = 'Rotunda-Source';
