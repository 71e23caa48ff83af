import { CHAMBERS } from '../../api/task-kinds.js';
import { FilterBar, FilterSelect, FilterText } from '../../ui/filter-bar.js';
import { capital } from '../../ui/text.js';
import type { MemberSearch } from './route.js';
import { PARTIES, STATES } from './places.js';

interface Props {
  search: MemberSearch;
  change: (search: MemberSearch) => void;
}

export function MemberFilterBar({ search, change }: Props): React.JSX.Element {
  const set = (name: keyof MemberSearch) => (value: string) => {
    const { [name]: _before, ...rest } = search;
    change(value.trim() === '' ? rest : { ...rest, [name]: name === 'all' ? true : value.trim() });
  };
  const options = (values: readonly string[]) => values.map((value) => ({ value, text: value }));
  return (
    <FilterBar label="Filter the members">
      <FilterText label="Search" placeholder="Part of the name" value={search.name ?? ''} change={set('name')} />
      <FilterSelect
        label="Chamber"
        all="Both"
        value={search.chamber ?? ''}
        options={CHAMBERS.map((value) => ({ value, text: capital(value) }))}
        change={set('chamber')}
      />
      <FilterSelect
        label="Party"
        all="All"
        value={search.party ?? ''}
        options={options(PARTIES)}
        change={set('party')}
      />
      <FilterSelect
        label="State"
        all="All"
        value={search.state ?? ''}
        options={options(STATES)}
        change={set('state')}
      />
      <FilterSelect
        label="Filings"
        all="Filed something"
        value={search.all ? 'all' : ''}
        options={[{ value: 'all', text: 'All members' }]}
        change={set('all')}
      />
    </FilterBar>
  );
}
