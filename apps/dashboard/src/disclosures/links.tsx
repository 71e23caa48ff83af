import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A member's page; the name alone where the filer is not matched to a member. */
export const MemberLink = ({ bioguide, name }: { bioguide: string | null; name: string }): ReactNode =>
  bioguide === null ? (
    name
  ) : (
    <Link to="/members/$bioguide" params={{ bioguide }}>
      {name}
    </Link>
  );

export const TickerLink = ({ ticker }: { ticker: string }): React.JSX.Element => (
  <Link to="/tickers/$ticker" params={{ ticker }}>
    <code>{ticker}</code>
  </Link>
);

interface FilingLinkProps {
  id: string;
  /** A row of it. */
  trade?: string;
  children: ReactNode;
}

export const FilingLink = ({ id, trade, children }: FilingLinkProps): React.JSX.Element => (
  <Link to="/filings/$id" params={{ id }} {...(trade && { hash: trade })}>
    {children}
  </Link>
);

/** In this API; of a PDF at the page. */
export const documentPath = (sha256: string, page: number | null = null): string =>
  `/api/v1/documents/${sha256}${page === null ? '' : `#page=${page}`}`;
