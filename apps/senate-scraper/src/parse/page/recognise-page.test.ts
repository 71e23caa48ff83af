import { describe, expect, it } from 'vitest';
import { recognisePage } from './recognise-page.js';

describe('recognisePage', () => {
  it.each([
    [
      'ptr',
      '<h1>Periodic Transaction Report\n for 01/02/2025 (Amendment 1)</h1><h2 class="filedReport">A. Example</h2>',
    ],
    ['paper', '<h1 class="sr-only">Filing Document - Print View</h1><img class="filingImage" src="1.gif">'],
    ['agreement', '<form id="agreement_form"><input type="checkbox" name="prohibition_agreement" value="1"></form>'],
    ['search', '<h1>Find Reports</h1><form action="" method="POST" id="searchForm"></form>'],
    ['other-report', '<h1>Annual Report for Calendar 2024</h1><h2 class="filedReport">A. Example</h2>'],
    [
      'other-report',
      '<strong class="return-search">Return</strong><h1>Periodic Transaction Report for 2024 Due Date Extension 1</h1>',
    ],
    ['unknown', '<h1>Example</h1><p>Something else</p>'],
    ['unknown', ''],
  ])('recognises the kind %s: %s', (kind, body) => {
    expect(recognisePage(`<html><body>${body}</body></html>`)).toBe(kind);
  });

  it.each([
    [
      'Akamai',
      "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access " +
        '"http&#58;&#47;&#47;example&#46;test&#47;" on this server.<P>Reference&#32;&#35;18&#46;0&#46;1</BODY></HTML>',
    ],
    ['Akamai, by script', '<html><body><div id="sec-if-cpt-container"></div></body></html>'],
    [
      'Akamai, by refresh',
      '<html><head><meta http-equiv="refresh" content="5; URL=\'/?bm-verify=AAQ\'"></head></html>',
    ],
    [
      'Imperva',
      '<html><head></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?x=1">Request unsuccessful. ' +
        'Incapsula incident ID: 1-2</iframe></body></html>',
    ],
    ['Cloudflare', '<html><head><title>Just a moment...</title></head><body></body></html>'],
    ['Cloudflare, blocked', '<html><head><title>Attention Required! | Cloudflare</title></head><body></body></html>'],
    ['F5', '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected.</body></html>'],
    ['a captcha', '<html><body><h1>Example</h1><div class="g-recaptcha"></div></body></html>'],
  ])('recognises a challenge of %s', (_, html) => {
    expect(recognisePage(html)).toBe('challenge');
  });

  it.each([
    '<html><head><title>Site Maintenance</title></head><body></body></html>',
    '<html><body><h1>We are currently unavailable</h1></body></html>',
    '<html><body><p>The system is down for scheduled maintenance. Please try again later.</p></body></html>',
    '<html><head><title>503 Service Unavailable</title></head><body></body></html>',
  ])('recognises a maintenance page: %s', (html) => {
    expect(recognisePage(html)).toBe('maintenance');
  });

  it('does not take a report for a challenge or for maintenance by the words and scripts in it', () => {
    const body =
      '<script src="/cdn-cgi/challenge-platform/x.js"></script><h1>Periodic Transaction Report for 01/02/2025</h1>' +
      '<h2 class="filedReport">A. Example</h2><p>Example Maintenance Corp, temporarily unavailable</p>';
    expect(recognisePage(`<html><body>${body}</body></html>`)).toBe('ptr');
  });

  it('does not parse endless nesting', () => {
    expect(recognisePage(`<form id="searchForm"></form>${'<div>'.repeat(1_000)}`)).toBe('unknown');
  });

  it('does not take a long page that mentions maintenance for a maintenance page', () => {
    const words = 'An example of a page with many words. '.repeat(60);
    expect(recognisePage(`<html><body><p>${words} Maintenance is on Sundays.</p></body></html>`)).toBe('unknown');
  });
});
