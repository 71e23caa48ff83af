/** Of a worker that was drained: a supervisor must not start it again. After a restart, or its limits, it is 0. */
export const DRAINED_EXIT_CODE = 10;
