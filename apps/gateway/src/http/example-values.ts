/** What the examples of the OpenAPI document have in common. */
export const EXAMPLE = {
  worker: 'house-scraper@host',
  secondWorker: 'house-scraper-2@host',
  taskId: '4e0f8a52-9c1d-4c55-8a6e-0f3b7d2c91aa',
  waitingTaskId: '9b1c7f30-52aa-4d8e-b0f4-6a1de2c83b47',
  taskName: 'tasks.house.scrape',
} as const;

export const namedExample = <T>(summary: string, value: T): { summary: string; value: T } => ({ summary, value });
