/** Tells the time; comes from outside so that a test can say what day it is. */
export type Clock = () => Date;

export const CLOCK = Symbol('clock');
