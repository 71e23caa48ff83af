import 'reflect-metadata';
import { startScraper } from '#rotunda/scraping';
import { SENATE } from './senate.js';

await startScraper(SENATE);
