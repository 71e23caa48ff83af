import { serveRequests } from '../src/threads/serve-requests.js';

/** Answers with the request; before that it reports it, and never answers `hang`. */
serveRequests(
  () => undefined,
  (request: string, progress) => {
    progress(request);
    return request === 'hang' ? new Promise<string>(() => undefined) : Promise.resolve(request);
  },
);
