import { type SiteAnswer, htmlAnswer } from './answer.js';

/** 429 and 503 as a proxy in front of a site answers. */
export function throttledAnswer(retryAfterSeconds: number): SiteAnswer {
  return htmlAnswer(429, plainPage('429 Too Many Requests'), { 'retry-after': String(retryAfterSeconds) });
}

export function overloadedAnswer(retryAfterSeconds: number | undefined): SiteAnswer {
  const retryAfter: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return htmlAnswer(503, plainPage('503 Service Unavailable'), retryAfter);
}

/** A bot manager's 403: a page with a script and a reference number, and nothing of the site. */
export function challengeAnswer(): SiteAnswer {
  return htmlAnswer(
    403,
    `<!DOCTYPE html>
<html lang="en">
<head><title>Access Denied</title><meta name="robots" content="noindex, nofollow"></head>
<body>
<h1>Access Denied</h1>
<p>We are checking that your browser is what it says it is. You don't have permission to access this server.</p>
<div id="challenge-stage" data-provider="stand-in"></div>
<script>document.getElementById('challenge-stage').textContent = 'Verifying you are human';</script>
<p>Reference&#32;&#35;18&#46;stand-in</p>
</body>
</html>
`,
    { server: 'StandInGuard', 'set-cookie': 'bm_check=stand-in; Path=/', 'cache-control': 'no-store' },
  );
}

const plainPage = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
