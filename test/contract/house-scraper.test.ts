import { startHouseSite } from '../../apps/stand-ins/src/house/house-site.js';
import { describeScraper } from './scraper-contract.js';

const DOCUMENTS = '/public_disc/ptr-pdfs/*';
const LISTING = '/public_disc/financial-pdfs/*';

describeScraper(
  {
    chamber: 'house',
    startSite: (documents) => startHouseSite(documents ? { documents } : {}),
    environment: (site) => ({ HOUSE_BASE_URL: site.url, HOUSE_REQUEST_INTERVAL_MS: '0' }),
  },
  {
    documents: DOCUMENTS,
    listing: LISTING,
    isOfListing: (path) => path.startsWith('/public_disc/financial-pdfs/'),
    ownFaults: [],
    realDocuments: {
      stats: { total: 5461, saved: 5461, skipped: 0, errors: 0 },
      filings: { listed: 355, known: 0, parsed: 303, paper: 52, needs_review: 0, unavailable: 0, failed: 0 },
    },
  },
);
