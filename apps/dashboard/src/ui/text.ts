const COUNT = new Intl.NumberFormat('en-US');

/** `12,345` */
export const countText = (count: number): string => COUNT.format(count);

/** `1 task`, `12,345 tasks` */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;

/** `house` → `House` */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
