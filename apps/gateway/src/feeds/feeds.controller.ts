import { applyDecorators, Controller, Get, Header, NotFoundException, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Chamber } from '#rotunda/domain';
import { MembersQuery } from '#rotunda/persistence';
import { TakesKeyFrom } from '../access/key-places.js';
import { Needs } from '../access/needs.js';
import { TickerPipe } from '../disclosures/ticker.pipe.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { writtenName } from '../disclosures/written-name.js';
import { stableId, writeAtom } from './atom.js';
import { type FeedFiling, FeedFilings } from './feed-filings.js';
import { filingEntry } from './filing-entry.js';

const MEDIA_TYPE = 'application/atom+xml';

const FeedRoute = (path: string, what: string, ...problems: (400 | 404)[]): MethodDecorator =>
  applyDecorators(
    Get(path),
    Needs('look'),
    TakesKeyFrom({ schemes: ['Basic'] }),
    Header('content-type', `${MEDIA_TYPE}; charset=utf-8`),
    ApiOperation({
      summary: `An Atom feed of ${what}`,
      description:
        'One entry for each of the 50 newest filings. It keeps its id, and is updated when a row of it is read anew, ' +
        'amended or withdrawn. `Authorization: Basic` with a key as the password works too.',
    }),
    ApiOkResponse({
      description: 'RFC 4287',
      content: { [MEDIA_TYPE]: { schema: { type: 'string' }, example: '<feed xmlns="http://www.w3.org/2005/Atom">…' } },
    }),
    ApiProblems(...problems, 503),
  );

@ApiTags('feeds')
@Disclosures()
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly filings: FeedFilings,
    private readonly members: MembersQuery,
  ) {}

  @FeedRoute('trades.atom', 'all filings')
  async all(@Req() request: FastifyRequest): Promise<string> {
    return feedOf(request, 'Trades of Congress', '/filings', await this.filings.newest({}));
  }

  @FeedRoute('senate.atom', 'the Senate’s filings')
  senate(@Req() request: FastifyRequest): Promise<string> {
    return this.ofChamber(request, 'senate', 'Trades of the Senate');
  }

  @FeedRoute('house.atom', 'the House’s filings')
  house(@Req() request: FastifyRequest): Promise<string> {
    return this.ofChamber(request, 'house', 'Trades of the House');
  }

  @FeedRoute('members/:bioguide.atom', 'a member’s filings', 404)
  async member(@Param('bioguide') bioguide: string, @Req() request: FastifyRequest): Promise<string> {
    const member = await this.members.find(bioguide);
    if (!member) throw new NotFoundException(`There is no member ${bioguide}; /api/v1/members lists all members.`);
    const told = await this.filings.newest({ members: [bioguide] });
    return feedOf(request, `Trades of ${writtenName(member)}`, `/members/${bioguide}`, told);
  }

  @FeedRoute('tickers/:ticker.atom', 'filings with a trade in a ticker, with just these trades', 400)
  async ticker(@Param('ticker', TickerPipe) ticker: string, @Req() request: FastifyRequest): Promise<string> {
    const page = `/tickers/${encodeURIComponent(ticker)}`;
    return feedOf(request, `Trades in ${ticker}`, page, await this.filings.ofTicker(ticker), ticker);
  }

  private async ofChamber(request: FastifyRequest, chamber: Chamber, title: string): Promise<string> {
    return feedOf(request, title, `/filings?chamber=${chamber}`, await this.filings.newest({ chambers: [chamber] }));
  }
}

/** The newest entry first. Without the query of its own address: that might have what nobody should read. */
function feedOf(request: FastifyRequest, title: string, page: string, told: FeedFiling[], ticker?: string): string {
  const origin = `${request.protocol}://${request.host}`;
  const [path = ''] = request.url.split('?', 1);
  const entries = told
    .map((each) => filingEntry(each, origin, ticker))
    .toSorted((a, b) => b.updated.getTime() - a.updated.getTime());
  return writeAtom({
    id: stableId(ticker === undefined ? path : `/feeds/tickers/${ticker}.atom`),
    title,
    links: [
      { rel: 'self', type: MEDIA_TYPE, href: origin + path },
      { rel: 'alternate', type: 'text/html', href: origin + page },
    ],
    entries,
  });
}
