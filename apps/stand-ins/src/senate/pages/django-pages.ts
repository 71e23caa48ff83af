import { type SiteAnswer, htmlAnswer } from '../../answer.js';
import type { CsrfRefusal } from '../session/csrf.js';
import { escapeHtml } from './escape-html.js';

/** Imitations of the pages that Django and the web server show by themselves. */

export function redirect(location: string): SiteAnswer {
  return htmlAnswer(302, '', { location });
}

export function notFound(): SiteAnswer {
  return htmlAnswer(404, plainPage('Not Found', '<p>The requested resource was not found on this server.</p>'));
}

export function badRequest(): SiteAnswer {
  return htmlAnswer(400, plainPage('Bad Request (400)', ''));
}

/** The reason is in a comment: the real page shows it only in debug mode. */
export function csrfFailure(reason: CsrfRefusal): SiteAnswer {
  return htmlAnswer(
    403,
    `<!DOCTYPE html>
<html lang="en">
<head>
  <meta http-equiv="content-type" content="text/html; charset=utf-8">
  <meta name="robots" content="NONE,NOARCHIVE">
  <title>403 Forbidden</title>
</head>
<body>
<div id="summary">
  <h1>Forbidden <span>(403)</span></h1>
  <p>CSRF verification failed. Request aborted.</p>
  ${hintOn(reason)}
</div>
<!-- stand-in: ${escapeHtml(reason)} -->
</body>
</html>
`,
  );
}

function hintOn(reason: CsrfRefusal): string {
  if (reason === 'CSRF cookie not set.') return '<p>This site wants a CSRF cookie with a form, and none was sent.</p>';
  return reason === 'Referer checking failed - no Referer.'
    ? '<p>This site wants a “Referer header” from the browser, and none was sent.</p>'
    : '';
}

/** The eFD's answer during maintenance, and to searches that it does not accept. */
export function maintenance(status: 200 | 503): SiteAnswer {
  return htmlAnswer(
    status,
    `<!DOCTYPE HTML>
<html lang="en">
<head><title>eFD: Site Under Maintenance</title><meta charset="utf-8"></head>
<body>
<div class="container-wrap" id="top">
  <main class="container-fluid pgContent" id="content">
    <h1>Site Under Maintenance</h1>
    <p>The eFD system is currently undergoing maintenance. Please check back later.</p>
  </main>
</div>
</body>
</html>
`,
  );
}

const plainPage = (title: string, body: string): string => `
<!doctype html>
<html lang="en">
<head>
  <title>${title}</title>
</head>
<body>
  <h1>${title}</h1>${body}
</body>
</html>
`;
