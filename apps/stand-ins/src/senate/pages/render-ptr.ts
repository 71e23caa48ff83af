import { efdPage } from './efd-page.js';
import { escapeHtml } from './escape-html.js';
import type { PtrFacts, PtrRowFacts } from './ptr-facts.js';

const COLUMNS = [
  '&#35;',
  'Transaction Date',
  'Owner',
  'Ticker',
  'Asset Name',
  'Asset Type',
  'Type',
  'Amount',
  'Comment',
];
const OWNER_COUNTS: [owner: string, label: string][] = [
  ['Self', 'Self'],
  ['Joint', 'Joint'],
  ['Spouse', 'Spouse'],
  ['Child', 'Dependent Child'],
];

/**
 * An electronic PTR as the eFD serves it: the elements and classes that parsers rely on, values amid line ends and
 * blanks, no UUID. The same facts give the same bytes.
 */
export function renderPtr(facts: PtrFacts): Buffer {
  const main = `    <strong class="d-print-none return-search">
        Return to the search tab to select another report.
    </strong>
${heading(facts)}
    <hr>

    <p>The following statements were checked before filing:</p>

    <div class="mb-4">
        <label class="form-check-label">
            <input type="checkbox" name="filing_certified" disabled="disabled" checked="checked" class="form-check-input" />
            I certify that the statements on this form are true, complete and correct.
        </label>
        <label class="form-check-label">
            <input type="checkbox" name="filing_cannot_be_edited" disabled="disabled" checked="checked" class="form-check-input"/>
            I understand that reports cannot be edited once filed.
        </label>
    </div>


	<section class="card">
        <div class="card-body">
            <h3 class="d-inline-block">
                 <i class="fa fa-list mr-1" aria-hidden="true" title="List icon"></i>Transactions
            </h3>
${summary(facts.rows)}
${table(facts.rows)}
        </div>
	</section>
`;
  return Buffer.from(efdPage({ title: 'eFD: Print Periodic Transaction Report', main }));
}

function heading({ title, filer, filedAt }: PtrFacts): string {
  const [, name = filer, parenthesis = ''] = /^(.*) (\([^()]*\))$/.exec(filer) ?? [];
  const [form, ...rest] = title.split(' for ');
  return `    <div class="justify-content-between">
        <div>
            <h1 class="mb-2">
                ${escapeHtml(form!)}
                
                    for ${escapeHtml(rest.join(' for '))}
                
            </h1>

            <h2 class="filedReport">
                ${escapeHtml(name)}
                
                ${escapeHtml(parenthesis)}
            </h2>

            <p class="muted">
                <strong class="noWrap"><i class="fa fa-folder" aria-hidden="true" title="folder icon"></i> Filed  ${escapeHtml(filedAt)}</strong>
            </p>
        </div>
        <div>
            <span class="d-print-none">
                <a class="btn btn-primary" href="javascript:window.print()"><i class="fa fa-print mr-1"></i>Print Report</a>
            </span>
        </div>
    </div>
`;
}

function summary(rows: readonly PtrRowFacts[]): string {
  const total = `(${rows.length} ${rows.length === 1 ? 'transaction' : 'transactions'} total)`;
  const byOwner = OWNER_COUNTS.map(([owner, label]) => `${rows.filter((row) => row.owner === owner).length} ${label}`);
  const items = [total, ...byOwner].map((text) => `                <li class="list-inline-item">${text}</li>`);
  return `            <ul class="unstyled list-inline d-inline-block ml-2">
${items.join('\n')}
            </ul>`;
}

function table(rows: readonly PtrRowFacts[]): string {
  return `            <div class="table-responsive">
                <table class="table table-striped">
                    <caption class="sr-only">List of transactions added to this report</caption>
                    <thead>
                        <tr class="header">
${COLUMNS.map((name) => `                            <th scope="col">${name}</th>`).join('\n')}
                        </tr>
                    </thead>
                    <tbody>
                        
                            ${rows.map(tableRow).join('')}
                        
                    </tbody>
                </table>
            </div>`;
}

function tableRow(row: PtrRowFacts): string {
  return `
                                <tr>
                                    <td>${escapeHtml(row.number)}</td>
                                    <td>
                                        ${escapeHtml(row.tradedOn)}
                                    </td>
                                    <td>${escapeHtml(row.owner)}</td>
                                    <td>
                                        ${tickerCell(row)}
                                    </td>
                                    <td>
                                        ${assetCell(row)}
                                    </td>
                                    <td>${escapeHtml(row.assetType)}</td>
                                    <td>${escapeHtml(row.type)}</td>

                                    <td>${escapeHtml(row.amount)}</td>
                                    <td>${escapeHtml(row.comment || '--')}</td>
                                </tr>
                            `;
}

function tickerCell({ ticker, receivedTicker }: PtrRowFacts): string {
  const second =
    receivedTicker === '' ? '' : `<br/>\n                                            ${tickerLink(receivedTicker)}`;
  return `
                                            ${tickerLink(ticker)}
                                            ${second}
                                        `;
}

function tickerLink(ticker: string): string {
  if (ticker === '' || ticker === '--') return '--';
  return `<a href="https://finance.yahoo.com/quote/${encodeURIComponent(ticker)}"
                                               target="_blank">${escapeHtml(ticker)}</a>`;
}

function assetCell(row: PtrRowFacts): string {
  const names =
    row.receivedAsset === ''
      ? escapeHtml(row.asset)
      : `${escapeHtml(row.asset)} (Exchanged)
                                            <br/>
                                            ${escapeHtml(row.receivedAsset)} (Received)`;
  return `
                                            ${names}
                                        
                                            ${details(row).join('\n\n                                            ')}
                                        `;
}

/** The blocks below an asset's name, with the order and the no-break spaces of the real pages. */
function details(row: PtrRowFacts): string[] {
  const blocks = [optionLines(row), bondLines(row), companyLines(row)];
  if (row.platform !== '') blocks.push(`<em>Exchange/Platform</em>: ${escapeHtml(row.platform)}`);
  if (row.description !== '') blocks.push(`<em>Description:</em>&nbsp;${escapeHtml(row.description)}`);
  return blocks.filter((block) => block !== '').map((block) => `<div class="text-muted">${block}</div>`);
}

function optionLines({ optionType, strike, expires }: PtrRowFacts): string {
  if (optionType === '') return '';
  return `Option Type: ${escapeHtml(optionType)} <br/><em>Strike price:</em> ${escapeHtml(strike)}
                                                <br>
                                                <em>Expires:</em> ${escapeHtml(expires)}
                                            `;
}

function bondLines({ rate, matures }: PtrRowFacts): string {
  if (rate === '' && matures === '') return '';
  return `<em>Rate/Coupon:</em> ${escapeHtml(rate)}<br> <em>Matures:</em> ${escapeHtml(matures)}`;
}

function companyLines({ company, place }: PtrRowFacts): string {
  if (company === '') return '';
  return `
                                                    <em>Company:</em> ${escapeHtml(company)}
                                                    ${place === '' ? '' : `&nbsp;(${escapeHtml(place)})`}
                                                `;
}
