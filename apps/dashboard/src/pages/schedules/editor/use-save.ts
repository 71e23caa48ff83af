import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { ApiError } from '../../../api/problem.js';
import { tell } from '../../../ui/overlays/toasts.js';
import { definitionOf, type Draft } from './draft.js';
import type { Reading } from './read-schedule.js';

const PRECONDITION_FAILED = 412;

/** Writes a draft only over what the form began with: never over an edit of somebody else. */
export function useSave(base: Reading, done: () => void) {
  const client = useQueryClient();
  const conditionOf = ({ entry, etag, damage }: Reading) => {
    if (entry) return etag === null ? {} : { 'If-Match': etag };
    return damage === null ? { 'If-None-Match': '*' as const } : {};
  };
  return useMutation({
    mutationFn: (draft: Draft) => {
      const name = draft.name.trim();
      const params = { path: { name }, header: conditionOf(base) };
      return answer(api.PUT('/api/v1/schedules/{name}', { params, body: definitionOf(draft) }));
    },
    onSuccess: ({ name }) => {
      tell(`${name} is saved.`);
      done();
    },
    // The next reading shows what is there now.
    onError: (_error, { name }) => client.invalidateQueries({ queryKey: ['schedule', name.trim()] }),
    onSettled: () => client.invalidateQueries({ queryKey: ['schedules'] }),
  });
}

export const isOvertaken = (error: Error | null): boolean =>
  error instanceof ApiError && error.status === PRECONDITION_FAILED;

/** What the gateway says of single fields; one of an argument is `args.days_back`. */
export const refusedFields = (error: Error | null): Record<string, string> =>
  error instanceof ApiError
    ? Object.fromEntries(Object.entries(error.fields).map(([field, message]) => [field.split('.')[0]!, message]))
    : {};
