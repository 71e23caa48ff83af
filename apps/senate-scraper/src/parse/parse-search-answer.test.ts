import { describe, expect, it } from 'vitest';
import { LayoutChangedError } from '#rotunda/domain';
import { parseSearchAnswer } from './parse-search-answer.js';

const ID = '01234567-89ab-cdef-0123-456789abcdef';

describe('parseSearchAnswer', () => {
  it('reads a report', () => {
    expect(parseSearchAnswer(answer([row()]))).toEqual({
      recordsFiltered: 1,
      reports: [
        {
          externalId: ID,
          kind: 'ptr',
          path: `/search/view/ptr/${ID}/`,
          titleRaw: 'Periodic Transaction Report for 01/02/2025',
          first: 'Ann B',
          last: 'Example',
          officeRaw: 'Example, Ann (Senator)',
          filedAtRaw: '01/03/2025',
          filedOn: '2025-01-03',
        },
      ],
    });
  });

  it.each([
    ['ptr', 'ptr'],
    ['paper', 'paper'],
    ['annual', 'other'],
    ['extension-notice/regular', 'other'],
  ])('tells from the URL that %j is %s', (form, kind) => {
    const { reports } = parseSearchAnswer(answer([row({ link: link(`/search/view/${form}/${ID}/`) })]));
    expect(reports[0]).toMatchObject({ kind, externalId: ID });
  });

  it('turns the UUID of old paper into lower case, and keeps the path as listed', () => {
    const path = `/search/view/paper/${ID.toUpperCase()}/`;
    const { reports } = parseSearchAnswer(answer([row({ link: link(path) })]));
    expect(reports[0]).toMatchObject({ externalId: ID, path });
  });

  it.each([
    ['Example,  ', 'Example'],
    ['Example, 1234567', 'Example'],
    ['EXAMPLE ', 'EXAMPLE'],
    ['Example, Jr.', 'Example, Jr.'],
    ['Example , Jr', 'Example, Jr'],
    ['O&#x27;Example', "O'Example"],
    ['Example &amp; &amp;#39; Co', 'Example & &#39; Co'],
  ])('reads the name %j as %j', (lastRaw, last) => {
    const { reports } = parseSearchAnswer(answer([row({ last: lastRaw })]));
    expect(reports[0]).toMatchObject({ last });
  });

  it('keeps a title’s blanks, and decodes its entities', () => {
    const { reports } = parseSearchAnswer(answer([row({ link: link(`/search/view/annual/${ID}/`, 'A &amp; B  ') })]));
    expect(reports[0]).toMatchObject({ titleRaw: 'A & B  ' });
  });

  it('keeps an invalid date', () => {
    const { reports } = parseSearchAnswer(answer([row({ filed: '13/45/2025' })]));
    expect(reports[0]).toMatchObject({ filedAtRaw: '13/45/2025', filedOn: null });
  });

  it('reads an empty answer that itself counts 0 reports', () => {
    expect(parseSearchAnswer(answer([]))).toEqual({ recordsFiltered: 0, reports: [] });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a page', '<html></html>'],
    ['a list', []],
    ['another result', { ...answer([]), result: 'error' }],
    ['no result', { recordsFiltered: 0, data: [] }],
    ['no list', { recordsFiltered: 0, result: 'ok' }],
    ['no count', { data: [], result: 'ok' }],
    ['a count in words', { ...answer([]), recordsFiltered: '0' }],
    ['more lines than it counts', { ...answer([row()]), recordsFiltered: 0 }],
    ['objects as lines', answer([{ firstName: 'Ann' }])],
    ['a line with a column less', answer([row().slice(1)])],
    ['a line with a column more', answer([[...row(), 'Example']])],
    ['a line with a null', answer([[null, ...row().slice(1)]])],
    ['a line without a link', answer([row({ link: 'Periodic Transaction Report' })])],
    ['a line with two links', answer([row({ link: link(`/search/view/ptr/${ID}/`).repeat(2) })])],
    ['a link to another site', answer([row({ link: link(`https://example.test/search/view/ptr/${ID}/`) })])],
    ['a link of endless length', answer([row({ link: link(`/search/view/ptr/${ID}/`, 'A'.repeat(2_000)) })])],
    ['a link without a UUID', answer([row({ link: link('/search/view/ptr/') })])],
  ])('refuses %s, which would otherwise pass for "nothing was filed"', (_, json) => {
    expect(() => parseSearchAnswer(json)).toThrow(LayoutChangedError);
  });
});

function answer(data: unknown[]): object {
  return { draw: 1, recordsTotal: data.length, recordsFiltered: data.length, data, result: 'ok' };
}

function row({ last = 'Example', link: html = link(`/search/view/ptr/${ID}/`), filed = '01/03/2025' } = {}): string[] {
  return ['Ann B', last, 'Example, Ann (Senator)', html, filed];
}

function link(path: string, title = 'Periodic Transaction Report for 01/02/2025'): string {
  return `<a href="${path}" target="_blank">${title}</a>`;
}
