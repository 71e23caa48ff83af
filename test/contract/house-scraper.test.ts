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
    realDocuments: { listed: 355, parsed: 303, scans: 52, trades: 5461 },
  },
);
