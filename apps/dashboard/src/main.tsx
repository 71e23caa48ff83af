import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.js';
import { followSession } from './app/signing-out.js';
import { router } from './router.js';
import { Toasts } from './ui/overlays/toasts.js';
import { applyTheme } from './ui/theme.js';

applyTheme();
followSession(queryClient, router);

/** Within the router: a message may have a link. */
const WithToasts = ({ children }: { children: ReactNode }): React.JSX.Element => (
  <>
    {children}
    <Toasts />
  </>
);

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    {/* The content security policy allows no inline style sheets. */}
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} InnerWrap={WithToasts} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
