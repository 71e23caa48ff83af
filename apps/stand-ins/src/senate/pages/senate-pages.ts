import { CSRF_FIELD } from '../session/csrf.js';
import { efdPage } from './efd-page.js';
import { escapeHtml } from './escape-html.js';
import { FORM_SCRIPT, RESULTS_SCRIPT } from './page-scripts.js';

const csrfInput = (token: string): string => `<input type="hidden" name="${CSRF_FIELD}" value="${token}">`;

/** `/search/home/`: ticking the box sends the form; there is no button. `isRefused`: it was sent without the tick. */
export function agreementPage(token: string, isRefused = false): string {
  const message = `<div class="alert alert-error" id="errorMessage" role="alert">
        You must agree to the prohibitions on obtaining and use of financial disclosure reports.
    </div>`;
  return efdPage({
    title: 'eFD: Home',
    script: FORM_SCRIPT,
    main: `${isRefused ? message : ''}
    <h1>United States Senate Financial Disclosures (eFD)</h1>
    <div class="card card__info">
        <div class="card-body">
            <h4>Get Access</h4>
            <p><em>You must agree to the following to be able to search reports.</em></p>
            <p>5 U.S.C. &sect; 13107(c): reports may not be obtained or used for an unlawful purpose, for a commercial
                purpose other than by news media, for a credit rating, or to solicit money.</p>
            <form action="" method="POST" id="agreement_form">
                <div class="checkbox">
                    <label>
                        <input type="checkbox" id="agree_statement" value="1" name="prohibition_agreement"/> I understand the prohibitions on obtaining and use of financial disclosure reports.
                    </label>
                </div>
                ${csrfInput(token)}
            </form>
        </div>
    </div>`,
  });
}

/** `/search/`: the form; once it was sent also the table, which the page's script fills. */
export function searchPage(token: string, sent: URLSearchParams | null): string {
  return efdPage({
    title: 'eFD: Find Reports',
    script: sent ? RESULTS_SCRIPT : '',
    main: `    <div class="page-header"><h1>Find Reports</h1></div>
    <div class="card card__info mb-3" id="search_options">
        <div class="card-body">
            <form action="" method="POST" id="searchForm">
                <h2 class="h3">Search Options</h2>
${nameInputs(sent)}
                <div id="filerTypesDiv">${filerTypeBoxes(sent)}</div>
                <div id="reportTypesDiv">${reportTypeBoxes(sent)}</div>
                <label for="fromDate">From</label>${textInput('fromDate', 'submitted_start_date', sent)}
                <label for="toDate">To</label>${textInput('toDate', 'submitted_end_date', sent)}
                <div class="form--buttonRow">
                    <button type="submit" class="btn btn-primary">Search Reports</button>
                </div>
                ${csrfInput(token)}
            </form>
        </div>
    </div>
${sent ? resultsTable(sent) : ''}`,
  });
}

const nameInputs = (sent: URLSearchParams | null): string =>
  `                ${textInput('firstName', 'first_name', sent)}
                ${textInput('lastName', 'last_name', sent)}`;

function textInput(id: string, name: string, sent: URLSearchParams | null): string {
  const value = escapeHtml(sent?.get(name) ?? '');
  return `<input id="${id}" name="${name}" type="text" class="form-control" value="${value}" />`;
}

const filerTypeBoxes = (sent: URLSearchParams | null): string =>
  checkBoxes('filerTypes', 'filer_type', { 1: 'Senator', 4: 'Candidate', 5: 'Former Senator' }, sent);

const reportTypeBoxes = (sent: URLSearchParams | null): string =>
  checkBoxes(
    'reportTypes',
    'report_type',
    { 7: 'Annual', 10: 'Due Date Extension', 11: 'Periodic Transactions', 14: 'Blind Trusts', 15: 'Other Documents' },
    sent,
  );

/** All boxes of a group share one id, as on the real page. */
function checkBoxes(id: string, name: string, labels: Record<number, string>, sent: URLSearchParams | null): string {
  const ticked = sent?.getAll(name) ?? [];
  return Object.entries(labels)
    .map(([value, label]) => {
      const checked = ticked.includes(value) ? ' checked' : '';
      return `
                    <label class="form-check-label">
                        <input id="${id}" class="form-check-input" name="${name}" value="${value}" type="checkbox"${checked} /> ${label}
                    </label>`;
    })
    .join('');
}

/** The script gets the criteria as data; on the real page they are part of DataTables' settings. */
function resultsTable(sent: URLSearchParams): string {
  const time = (name: string, ofDay: string): string => (sent.get(name) ? `${sent.get(name)} ${ofDay}` : '');
  const criteria = {
    report_types: `[${sent.getAll('report_type').join(', ')}]`,
    filer_types: `[${sent.getAll('filer_type').join(', ')}]`,
    submitted_start_date: time('submitted_start_date', '00:00:00'),
    submitted_end_date: time('submitted_end_date', '23:59:59'),
    candidate_state: '',
    senator_state: '',
    office_id: '',
    first_name: sent.get('first_name') ?? '',
    last_name: sent.get('last_name') ?? '',
  };
  return `    <section class="card" id="searchResults">
        <table id="filedReports" class="table table-striped" data-criteria="${escapeHtml(JSON.stringify(criteria))}">
            <thead>
                <tr>
                    <th scope="col">First Name (Middle)</th>
                    <th scope="col">Last Name (Suffix)</th>
                    <th scope="col">Office (Filer Type)</th>
                    <th scope="col">Report Type</th>
                    <th scope="col">Date Received/Filed</th>
                </tr>
            </thead>
            <tbody></tbody>
        </table>
        <div id="filedReports_info"></div>
        <button type="button" id="filedReports_next" disabled>Next</button>
    </section>`;
}
