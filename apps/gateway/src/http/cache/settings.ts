import { mebibytes } from '#rotunda/runtime';

const DEFAULT_MB = 64;

export const cacheSettings = {
  ANSWER_CACHE_MB: mebibytes({
    default: DEFAULT_MB,
    most: 16_384,
    orZero: true,
    desc: 'Memory for answers about disclosures, which are given again until the archive changes; 0: none is kept',
  }),
};

export interface CacheConfig {
  ANSWER_CACHE_MB: number;
}

export const CACHE_SETTINGS = Symbol('cache settings');
