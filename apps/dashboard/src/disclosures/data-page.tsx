import { Download, Rss } from 'lucide-react';
import type { ComponentProps } from 'react';
import { buttonClass } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { USE_NOTICE } from './use-notice.js';
import styles from './data-page.module.css';

interface Feed {
  title: string;
  /** Of the gateway: `/feeds/trades.atom`. */
  path: string;
}

interface Props extends Omit<ComponentProps<typeof Page>, 'actions'> {
  feeds?: Feed[];
  /** The filters of the trades that are shown, as the API has them. */
  exported?: Record<string, string>;
}

/** A page of disclosures: with what the law says of their use, its feeds (readers find them by themselves), its export. */
export const DataPage = ({ feeds = [], exported, children, ...page }: Props): React.JSX.Element => (
  <Page
    {...page}
    actions={
      <>
        {feeds.map(({ title, path }) => (
          <a key={path} href={path} className={buttonClass({ size: 'small' })}>
            <Rss className={styles['icon']} aria-hidden="true" /> {title}
          </a>
        ))}
        {exported && (
          <a href={exportPath(exported)} download className={buttonClass({ size: 'small' })}>
            <Download className={styles['icon']} aria-hidden="true" /> CSV
          </a>
        )}
      </>
    }
  >
    {feeds.map(({ title, path }) => (
      <link key={path} rel="alternate" type="application/atom+xml" title={title} href={path} />
    ))}
    {children}
    <footer className={styles['notice']}>{USE_NOTICE}</footer>
  </Page>
);

const exportPath = (filters: Record<string, string>): string => {
  const query = new URLSearchParams(filters).toString();
  return `/api/v1/exports/trades.csv${query && `?${query}`}`;
};

export const WHOLE_FEED: Feed = { title: 'Feed', path: '/feeds/trades.atom' };
