import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The first page comes first. */
const AFTER_MS = 3_000;

/** Loads the other pages too, once: a click while the gateway is away would find none, and lose the one that is shown. */
export function useAllPages(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.hidden) return;
      // One that fails is asked for again when it is opened.
      for (const route of Object.values(router.routesById))
        void Promise.resolve(router.loadRouteChunk(route)).catch(() => {});
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [router]);
}
