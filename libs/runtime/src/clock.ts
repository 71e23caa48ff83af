import { Global, Module } from '@nestjs/common';

/** Tells the time; comes from outside so that a test can say what time it is. */
export type Clock = () => Date;

export const CLOCK = Symbol('clock');

export const systemClock: Clock = () => new Date();

/** The system's clock, for the whole process. */
@Global()
@Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })
export class ClockModule {}
