import type { LapseForm } from '../faults.js';
import { SiteServer, type SiteServerOptions } from '../site-server.js';
import { StandInSite } from '../stand-in-site.js';
import { readDocumentFolder } from './document-folder.js';
import { MediaRoutes } from './media-routes.js';
import { openRenderedDocuments } from './rendered-documents.js';
import { isPtr } from './pages/senate-filing.js';
import { SenateRoutes } from './senate-routes.js';
import { type SessionLimits, Sessions } from './session/sessions.js';

export interface SenateSiteOptions extends Omit<SiteServerOptions, 'beside'> {
  /** Port of the media host; default 0: a free one. */
  mediaPort?: number;
  /** A folder of real documents (`senate/listing.tsv` and its files); without it the project's own facts. */
  documents?: string;
  /** UUIDs of reports that stay unknown until they are published. */
  hidden?: readonly string[];
  /** When sessions lapse; default never. */
  sessionLimits?: SessionLimits;
  /** How a lapsed session shows; default a redirect to the home page. */
  lapseForm?: LapseForm;
  /** The clock of the sessions. */
  now?: () => Date;
}

/** The running stand-in of efdsearch.senate.gov and of its media host. Both share the log and the faults. */
export class SenateSite extends StandInSite {
  /** Base URL of the host of the scanned pages; paths of pictures begin with `/media/`. */
  readonly mediaUrl: string;

  constructor(
    server: SiteServer,
    private readonly media: SiteServer,
    private readonly senateRoutes: SenateRoutes,
    filingDates: readonly string[],
  ) {
    super(server, senateRoutes, filingDates);
    this.mediaUrl = media.url;
  }

  /** Ends all sessions, and sets how a lapse shows from now on. */
  lapseSessions(form?: LapseForm): void {
    this.senateRoutes.lapseSessions(form);
  }

  override async stop(): Promise<void> {
    await Promise.all([super.stop(), this.media.stop()]);
  }
}

export async function startSenateSite(options: SenateSiteOptions = {}): Promise<SenateSite> {
  const { documents, mediaPort, sessionLimits = {}, lapseForm = 'redirect' } = options;
  const source = documents === undefined ? await openRenderedDocuments() : await readDocumentFolder(documents);
  const sessions = new Sessions(sessionLimits, options.now ?? (() => new Date()));
  const stand = { source, sessions, lapseForm, mediaPort: 0 };
  const routes = new SenateRoutes(stand);
  for (const uuid of options.hidden ?? []) routes.setPublication(uuid, 'hidden');
  const server = await SiteServer.start(routes, options);
  const media = await startMediaHost(server, new MediaRoutes(source), { ...options, port: mediaPort ?? 0 });
  stand.mediaPort = Number(new URL(media.url).port);
  const filingDates = source.filings.filter(isPtr).map(({ filedOn }) => filedOn);
  return new SenateSite(server, media, routes, filingDates);
}

/** If its port is taken, the site itself must not stay running. */
async function startMediaHost(
  beside: SiteServer,
  routes: MediaRoutes,
  { host, port }: SiteServerOptions,
): Promise<SiteServer> {
  try {
    return await SiteServer.start(routes, {
      beside,
      ...(host !== undefined && { host }),
      ...(port !== undefined && { port }),
    });
  } catch (error) {
    await beside.stop();
    throw error;
  }
}
