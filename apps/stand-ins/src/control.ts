import { type SiteAnswer, type SiteRequest, jsonAnswer } from './answer.js';
import { parseFaultPlan } from './fault-plan.js';
import { type FaultPlan, LAPSE_FORMS } from './faults.js';
import { PUBLICATIONS, isPublication } from './publication.js';
import type { LoggedRequest } from './request-log.js';
import type { SiteRoutes } from './site-routes.js';

const CONTROL_PATH = '/__stand-in/';

/** The controllable part of a running site. */
interface Controlled {
  readonly requests: LoggedRequest[];
  faults: FaultPlan;
}

/**
 * The control interface of a stand-in that runs as a process; null for a path of the real site. Its requests are never
 * logged and never met by a fault.
 *
 * - `GET /__stand-in/requests`: the log so far; `DELETE` empties it.
 * - `GET /__stand-in/faults`: the plan; `POST` sets it (JSON as in {@link parseFaultPlan}), `DELETE` ends all faults.
 * - `POST /__stand-in/lapse`: ends all sessions of the site; `{"form": "search_page"}` also sets how a lapse shows.
 * - `POST /__stand-in/publish` with `{"id": "20012345", "publication": "published" | "listed" | "hidden"}`.
 */
export function answerControl(site: Controlled, routes: SiteRoutes, request: SiteRequest): SiteAnswer | null {
  if (!request.url.pathname.startsWith(CONTROL_PATH)) return null;
  const verb = `${request.method} ${request.url.pathname.slice(CONTROL_PATH.length)}`;
  try {
    return answerVerb(site, routes, verb, request);
  } catch (error) {
    return jsonAnswer(400, { error: (error as Error).message });
  }
}

function answerVerb(site: Controlled, routes: SiteRoutes, verb: string, request: SiteRequest): SiteAnswer {
  switch (verb) {
    case 'GET requests':
      return jsonAnswer(200, site.requests);
    case 'DELETE requests':
      site.requests.length = 0;
      return jsonAnswer(200, site.requests);
    case 'POST faults':
      site.faults = parseFaultPlan(JSON.parse(request.body.toString()));
      return jsonAnswer(200, site.faults);
    case 'DELETE faults':
      site.faults = { faults: [] };
      return jsonAnswer(200, site.faults);
    case 'GET faults':
      return jsonAnswer(200, site.faults);
    case 'POST publish':
      return publish(routes, JSON.parse(request.body.toString()) as unknown);
    case 'POST lapse':
      return lapse(routes, request.body.toString());
    default:
      return jsonAnswer(404, { error: `no such control: ${verb}` });
  }
}

function publish(routes: SiteRoutes, value: unknown): SiteAnswer {
  const { id, publication = 'published' } = (value ?? {}) as { id?: unknown; publication?: unknown };
  if (typeof id !== 'string') throw new Error('id: must be the id of a document');
  if (!isPublication(publication)) throw new Error(`publication: must be one of ${PUBLICATIONS.join(', ')}`);
  routes.setPublication(id, publication);
  return jsonAnswer(200, { id, publication });
}

function lapse(routes: SiteRoutes, body: string): SiteAnswer {
  const { form } = (body === '' ? {} : JSON.parse(body)) as { form?: unknown };
  const known = LAPSE_FORMS.find((name) => name === form);
  if (form !== undefined && known === undefined) throw new Error(`form: must be one of ${LAPSE_FORMS.join(', ')}`);
  if (routes.lapseSessions === undefined) throw new Error('this site has no sessions');
  routes.lapseSessions(known);
  return jsonAnswer(200, { lapsed: true });
}
