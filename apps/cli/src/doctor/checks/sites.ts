import { CHAMBERS, type SiteState } from '#rotunda/contracts';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';
import type { Installation } from '../installation.js';
import type { SiteAnswer } from '../site-answers.js';

const ANSWERED_FROM = 400;

const FAULTS = faults({
  'site-unresolved': {
    level: 'error',
    says: 'The name {host} is not known here ({reason}).',
    mend: 'See this machine’s DNS (/etc/resolv.conf), its network, and the address in the settings.',
  },
  'site-unreachable': {
    level: 'error',
    says: '{url} does not answer: {reason}',
    mend: 'See whether this machine reaches it at all (firewall, proxy); otherwise the site is down: scrapes wait.',
  },
  'site-refuses': {
    level: 'warning',
    says: '{url} answers {status}.',
    mend: 'rotunda tasks submit check {chamber} asks it as a scrape does. Where it refuses us, scrapes wait: docs/sites.md.',
  },
  'site-paused': {
    level: 'warning',
    says: 'The {chamber} has been paused by an operator since {since}.',
    mend: 'rotunda resume {chamber}.',
  },
  'site-blocked': {
    level: 'warning',
    says: 'The site of the {chamber} refused us; it is left alone until {until}.',
    mend: 'Nothing to do; rotunda resume {chamber} tries at once, only if the reason is gone.',
  },
  'layout-changed': {
    level: 'error',
    says: 'The site of the {chamber} has a layout that we do not know, as the task {task} found.',
    mend: 'rotunda tasks show {task} links the page that it saw. Upgrade Rotunda, or adapt the parser.',
  },
  'terms-not-accepted': {
    level: 'warning',
    says: 'The terms of the Senate’s site (5 U.S.C. § 13107(c)) are not accepted: its scrapes wait.',
    mend: 'Read them; ROTUNDA_ACCEPT_TERMS=true accepts them: set it for the Senate’s workers, and restart them.',
  },
  'contact-missing': {
    level: 'warning',
    says: 'The sites are not told who asks.',
    mend: 'Set SITE_CONTACT to an e-mail address or web page.',
  },
});
type Code = keyof typeof FAULTS;

export const sites = check({
  name: 'sites',
  faults: FAULTS,
  async run(installation) {
    const { setting } = installation;
    const [states, answers, changed] = await Promise.all([
      installation.sites().catch(() => []),
      installation.siteAnswers(),
      changedLayouts(installation),
    ]);
    return [
      ...answers.flatMap(answerFaults),
      ...states.flatMap(stateFaults),
      ...changed,
      ...where(await termsMissing(installation), 'terms-not-accepted'),
      ...where((await setting('SITE_CONTACT')) === '', 'contact-missing'),
    ];
  },
});

/** As the running workers tell it; without one, from the settings here, which may be others than theirs. */
async function termsMissing({ setting, workers }: Installation): Promise<boolean> {
  const running = (await workers().catch(() => [])).filter(({ chamber }) => chamber === 'senate');
  if (running.length > 0) return running.some(({ withheld }) => withheld?.scrape !== undefined);
  return (await setting('ROTUNDA_ACCEPT_TERMS')) !== 'true';
}

function answerFaults({ chamber, url, host, failed, reason, status }: SiteAnswer): Found<Code>[] {
  if (failed === 'unresolved') return [{ code: 'site-unresolved', params: { host, reason } }];
  if (failed === 'unreachable') return [{ code: 'site-unreachable', params: { url, reason } }];
  return where((status ?? 0) >= ANSWERED_FROM, 'site-refuses', { chamber, url, status: status ?? 0 });
}

const stateFaults = ({ chamber, paused, breaker }: SiteState): Found<Code>[] => [
  ...(paused ? where(true, 'site-paused', { chamber, since: paused.at }) : []),
  ...where(breaker.state !== 'closed', 'site-blocked', { chamber, until: breaker.probe_at ?? 'the probe is done' }),
];

/** As the gateway tells it; without one, from the history: the last verdict of each chamber. */
async function changedLayouts({ ask, databaseFacts }: Installation): Promise<Found<Code>[]> {
  const health = await ask<{ degraded?: { chamber: string; code: string; task_id: string | null }[] }>('/tasks/health');
  if (health) {
    const changed = (health.degraded ?? []).filter(({ code }) => code === 'LayoutChanged');
    return changed.flatMap(({ chamber, task_id }) => where(true, 'layout-changed', { chamber, task: task_id ?? '?' }));
  }
  const { verdicts } = await databaseFacts().catch(() => ({ verdicts: [] }));
  return CHAMBERS.flatMap((chamber) => {
    const failed = verdicts.find((task) => task.chamber === chamber && task.state === 'FAILURE');
    return failed ? where(true, 'layout-changed', { chamber, task: failed.id }) : [];
  });
}
