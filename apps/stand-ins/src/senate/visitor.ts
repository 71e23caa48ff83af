import type { SearchAnswer } from './pages/report-search.js';

const FORM = 'application/x-www-form-urlencoded';

/** For tests: visits the stand-in over plain HTTP as an eFD client must, without following redirects. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.send(path, { headers });
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(fields).toString();
    return await this.send(path, { method: 'POST', body, headers: { 'content-type': FORM, ...headers } });
  }

  /** The token in the home page's form. */
  async formToken(): Promise<string> {
    const html = await (await this.get('/search/home/')).text();
    return /name="csrfmiddlewaretoken" value="([^"]*)"/.exec(html)?.[1] ?? '';
  }

  async agree(): Promise<Response> {
    const csrfmiddlewaretoken = await this.formToken();
    return await this.post(
      '/search/home/',
      { prohibition_agreement: '1', csrfmiddlewaretoken },
      { referer: `${this.url}/search/home/` },
    );
  }

  /** The headers required for a search. */
  get searchHeaders(): Record<string, string> {
    return {
      'x-csrftoken': this.cookies.get('csrftoken') ?? '',
      'x-requested-with': 'XMLHttpRequest',
      referer: `${this.url}/search/`,
    };
  }

  async search(fields: Record<string, string> = {}, headers = this.searchHeaders): Promise<Response> {
    return await this.post('/search/report/data/', { ...ALL_PTRS, ...fields }, headers);
  }

  async found(fields: Record<string, string> = {}): Promise<SearchAnswer> {
    return (await (await this.search(fields)).json()) as SearchAnswer;
  }

  private async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie !== '' && { cookie }) };
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}

const ALL_PTRS = {
  draw: '1',
  start: '0',
  length: '100',
  'order[0][column]': '4',
  'order[0][dir]': 'asc',
  report_types: '[11]',
  filer_types: '[]',
  submitted_start_date: '01/01/2012 00:00:00',
  submitted_end_date: '',
  candidate_state: '',
  senator_state: '',
  office_id: '',
  first_name: '',
  last_name: '',
};
