import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/problem.js';

const LEAST_SERVER_ERROR = 500;
const RETRIES = 2;

/** A request that was refused is refused again; one that got no answer may get one. */
const retry = (failures: number, error: Error): boolean =>
  failures < RETRIES && !(error instanceof ApiError && error.status > 0 && error.status < LEAST_SERVER_ERROR);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry,
      // Live events say what changed; this is for what they don't tell.
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      refetchIntervalInBackground: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
