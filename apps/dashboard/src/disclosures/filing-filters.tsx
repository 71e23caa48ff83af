import { CHAMBERS } from '../api/task-kinds.js';
import { FilterSelect, FilterText } from '../ui/filter-bar.js';
import { capital } from '../ui/text.js';
import { SourceFilter } from './source-filter.js';

/** Of both lists, as the API and the address have them. */
export interface FilingFilters {
  chamber?: 'senate' | 'house';
  member?: string;
  ticker?: string;
  format?: 'electronic' | 'paper';
  filed_from?: string;
  filed_to?: string;
}

interface Props {
  filters: FilingFilters;
  set: (name: keyof FilingFilters) => (value: string) => void;
}

export const FilingFilterFields = ({ filters, set }: Props): React.JSX.Element => (
  <>
    <FilterText
      {...{ label: 'Member', placeholder: 'Part of the name' }}
      value={filters.member ?? ''}
      change={set('member')}
    />
    <FilterSelect
      {...{ label: 'Chamber', all: 'Both' }}
      value={filters.chamber ?? ''}
      options={CHAMBERS.map((value) => ({ value, text: capital(value) }))}
      change={set('chamber')}
    />
    <SourceFilter value={filters.format} change={set('format')} />
    <FilterText {...{ label: 'Ticker', placeholder: 'MSFT' }} value={filters.ticker ?? ''} change={set('ticker')} />
    <FilterText
      {...{ label: 'Filed from', type: 'date' }}
      value={filters.filed_from ?? ''}
      change={set('filed_from')}
    />
    <FilterText {...{ label: 'Filed to', type: 'date' }} value={filters.filed_to ?? ''} change={set('filed_to')} />
  </>
);
