import type { IsoDate } from '#rotunda/domain';
import type { FaultPlan, LapseForm } from '../faults.js';
import type { Publication } from '../publication.js';
import type { LoggedRequest } from '../request-log.js';
import { SiteServer, type SiteServerOptions } from '../site-server.js';
import { readDocumentFolder } from './document-folder.js';
import { MediaRoutes } from './media-routes.js';
import { openRenderedDocuments } from './rendered-documents.js';
import { isPtr, ptrWindow } from './pages/senate-filing.js';
import { SenateRoutes } from './senate-routes.js';
import { type SessionLimits, Sessions } from './session/sessions.js';

export interface SenateSiteOptions extends Omit<SiteServerOptions, 'beside'> {
  /** Port of the media host; default 0: a free one. */
  mediaPort?: number;
  /** A folder of real documents (`senate/listing.tsv` and the files it names); without it the project's own facts. */
  documents?: string;
  /** UUIDs that nobody knows of until they are published. */
  hidden?: readonly string[];
  /** When sessions lapse by themselves; default never. */
  sessionLimits?: SessionLimits;
  /** How a lapsed session shows; default a redirect to the home page. */
  lapseForm?: LapseForm;
  /** The clock of the sessions. */
  now?: () => Date;
}

/** The stand-in of efdsearch.senate.gov and of its media host while they listen. */
export interface SenateSite {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** Base URL of the host of the scanned pages. */
  readonly mediaUrl: string;
  /** First and last filing date of the listed PTRs. */
  readonly window: { start: IsoDate; end: IsoDate };
  /** How many PTRs are listed, those on paper among them. */
  readonly filings: number;
  /** Requests to both hosts; pictures have paths below `/media/`. */
  readonly requests: LoggedRequest[];
  /** Of both hosts. */
  faults: FaultPlan;
  /** Lists a hidden filing and serves its document; with `listed` the document stays 404, with `hidden` both go. */
  publish(uuid: string, publication?: Publication): void;
  /** Ends all sessions, and sets how that shows from now on. */
  lapseSessions(form?: LapseForm): void;
  /** May be called twice. */
  stop(): Promise<void>;
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
  return {
    url: server.url,
    mediaUrl: media.url,
    window: ptrWindow(source.filings),
    filings: source.filings.filter(isPtr).length,
    requests: server.requests,
    get faults() {
      return server.faults;
    },
    set faults(plan: FaultPlan) {
      server.faults = plan;
    },
    publish: (uuid, publication = 'published') => routes.setPublication(uuid, publication),
    lapseSessions: (form) => routes.lapseSessions(form),
    stop: async () => void (await Promise.all([server.stop(), media.stop()])),
  };
}

/** A port that is taken must not leave the site itself running. */
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
