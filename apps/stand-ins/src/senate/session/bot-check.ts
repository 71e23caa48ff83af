import { createHash, randomBytes } from 'node:crypto';
import { type SiteAnswer, type SiteRequest, htmlAnswer } from '../../answer.js';
import { cookieOf } from './cookies.js';

const PASS_COOKIE = 'sg_pass';
const NONCE_LENGTH = 32;

/**
 * A bot manager in front of the site that lets only browsers through: clients whose script computed a checksum, and
 * whose requests have `Sec-Fetch-Mode`, which a script can't set. Browsers send that header only over https and to
 * loopback addresses.
 */
export class BotCheck {
  private readonly nonces = new Set<string>();

  isBrowser(request: SiteRequest): boolean {
    if (request.headers['sec-fetch-mode'] === undefined) return false;
    const pass = cookieOf(request, PASS_COOKIE) ?? '';
    const nonce = pass.slice(0, NONCE_LENGTH);
    return this.nonces.has(nonce) && pass.slice(NONCE_LENGTH) === sumOf(nonce);
  }

  /** 403 with the script: it sets the cookie and loads the page again. */
  challenge(): SiteAnswer {
    const nonce = randomBytes(NONCE_LENGTH / 2).toString('hex');
    this.nonces.add(nonce);
    return htmlAnswer(403, challengePage(nonce), { server: 'StandInGuard', 'cache-control': 'no-store' });
  }
}

const sumOf = (nonce: string): string => createHash('sha256').update(nonce).digest('hex');

const challengePage = (nonce: string): string => `<!DOCTYPE html>
<html lang="en">
<head><title>Access Denied</title><meta name="robots" content="noindex, nofollow"><link rel="icon" href="data:,"></head>
<body>
<h1>Access Denied</h1>
<p>We are checking that your browser is what it says it is. You don't have permission to access this server.</p>
<div id="challenge-stage" data-provider="stand-in" data-nonce="${nonce}"></div>
<script>
    (async () => {
        const { nonce } = document.getElementById('challenge-stage').dataset;
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(nonce)));
        const hex = Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
        document.cookie = '${PASS_COOKIE}=' + nonce + hex + '; Path=/';
        location.reload();
    })();
</script>
<p>Reference&#32;&#35;18&#46;stand-in</p>
</body>
</html>
`;
