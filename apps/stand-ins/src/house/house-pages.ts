const TITLE = 'Office of the Clerk, U.S. House of Representatives';
const STAND_IN_NOTE = 'This is a stand-in for tests and demonstrations, not the site of the Clerk.';

/** `/`: with the heading and the link of the real entry page. */
export const HOME_PAGE = page(
  `${TITLE} - Public Disclosure`,
  `<h1 class="library-h1" role="banner" tabindex="0">PUBLIC DISCLOSURE</h1>
<p>${STAND_IN_NOTE}</p>
<section for="ReportsAndFilings">
  <h2>Reports and Filings</h2>
  <a href="/FinancialDisclosure">Financial Disclosure Forms and Reports</a>
</section>`,
);

/** `/FinancialDisclosure`: its tabs, filled by script on the real site. */
export const FINANCIAL_DISCLOSURE_PAGE = page(
  `${TITLE} - Financial Disclosure Reports`,
  `<section id="main-content" class="main-view container double-column about" data-main="about">
  <p>${STAND_IN_NOTE}</p>
  <ul class="nav nav-pills nav-stacked" data-load-views="true" role="tablist">
    <li><h2 class="library-h2">Reports</h2></li>
    <li role="tab"><a class="init" href="#Report" data-view="ViewReport">Overview</a></li>
    <li role="tab"><a href="#download" data-view="ViewDownload">Download Financial Disclosure Reports</a></li>
    <li role="tab"><a href="#Search" data-view="ViewSearch">Search</a></li>
  </ul>
</section>
<script>
  var MyAppUrlSettings = {
    ViewSearch: '/FinancialDisclosure/ViewSearch',
    ViewReport: '/FinancialDisclosure/ViewReport'
  };
</script>`,
);

/** Imitates the web server's error page, which the real site shows for anything missing. */
export const NOT_FOUND_PAGE = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"/>
<title>404 - File or directory not found.</title>
</head>
<body>
<div id="header"><h1>Server Error</h1></div>
<div id="content">
 <div class="content-container"><fieldset>
  <h2>404 - File or directory not found.</h2>
  <h3>There is nothing at this address on the stand-in: it may be gone, renamed or not there yet.</h3>
 </fieldset></div>
</div>
</body>
</html>
`;

/** An entry page without any known landmark. */
export const RELAUNCHED_PAGE = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Welcome</title></head>
<body><main id="app"></main><noscript>This application needs JavaScript.</noscript></body></html>
`;

function page(title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="en" class="no-js">
<head>
    <meta charset="utf-8">
    <title>${title}</title>
</head>
<body>
<div id="page-content">
${main}
</div>
<footer id="footer" class="container"><a href="/FinancialDisclosure">Financial Disclosure Reports</a></footer>
</body>
</html>
`;
}
