import 'reflect-metadata';
import { runInForeground } from '#rotunda/scraping';
import { HOUSE } from './house.js';

process.exitCode = await runInForeground(HOUSE);
