import { IntersectionType } from '@nestjs/swagger';
import { FILING_STATUSES, type FilingStatus } from '#rotunda/domain';
import type { FilingListFilters } from '#rotunda/persistence';
import { ChosenFieldsParams } from '../../http/lists/chosen-fields.js';
import { AnyOf } from '../../http/lists/value-lists.js';
import { ListParams } from '../../http/list-params.js';
import { seenFilters, SeenFilterParams } from '../disclosure-params.js';

export class FilingListParams extends IntersectionType(SeenFilterParams, ListParams, ChosenFieldsParams) {
  @AnyOf(FILING_STATUSES)
  status?: FilingStatus[];
}

export const filingFilters = (params: FilingListParams, now: Date): FilingListFilters => ({
  ...seenFilters(params, now),
  ...{ statuses: params.status, limit: params.limit, cursor: params.cursor },
});
