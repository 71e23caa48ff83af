import { register } from 'node:module';

/*
 * Loaded by a scraper of the test (`--import`): its fence becomes a plain transaction. Production code has no switch
 * for this, and needs none.
 */
const source = `
  export class FenceLostError extends Error {}
  export const fenced = (dataSource, _fence, work) => dataSource.transaction(work);
  export class TaskFences {
    turnAwayBefore() {}
  }
`;
const hooks = `
  export async function load(url, context, next) {
    if (!url.endsWith('/libs/persistence/src/database/fence.js')) return next(url, context);
    return { format: 'module', shortCircuit: true, source: ${JSON.stringify(source)} };
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
