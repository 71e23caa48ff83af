import 'reflect-metadata';
import { startScraper } from '#rotunda/scraping';
import { HOUSE } from './house.js';

await startScraper(HOUSE);
