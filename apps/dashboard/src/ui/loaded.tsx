import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Notice, SkeletonLines } from './notice.js';

interface Props<T> {
  query: UseQueryResult<T>;
  /** In place of the content while it loads; lines by default. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The states of what is fetched: a skeleton, an error with a way out, or the content, old content with a notice. */
export function Loaded<T>({ query, loading = <SkeletonLines />, children }: Props<T>): ReactNode {
  const { data, error, isPending, refetch } = query;
  if (isPending) return loading;
  if (data === undefined) return error && <Failed error={error} retry={() => void refetch()} />;
  return (
    <>
      {error && (
        <Notice tone="warning">
          <span>This is not current: {error.message}</span>
        </Notice>
      )}
      {children(data)}
    </>
  );
}
