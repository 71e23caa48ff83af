import 'reflect-metadata';
import { runInForeground } from '#rotunda/scraping';
import { SENATE } from './senate.js';

process.exitCode = await runInForeground(SENATE);
