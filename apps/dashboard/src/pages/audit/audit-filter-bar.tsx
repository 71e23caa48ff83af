import { FilterBar, FilterSelect, FilterText } from '../../ui/filter-bar.js';
import { SOURCE_TEXTS } from './audit-words.js';
import { ACTIONS, type AuditFilters, RESULTS, SOURCES } from './route.js';

interface Props {
  filters: AuditFilters;
  change: (filters: AuditFilters) => void;
}

export function AuditFilterBar({ filters, change }: Props): React.JSX.Element {
  const set = (name: keyof AuditFilters) => (value: string) => {
    const { [name]: _before, ...rest } = filters;
    change(value.trim() === '' ? rest : { ...rest, [name]: value.trim() });
  };
  return (
    <FilterBar label="Filter the audit trail">
      <FilterText label="Search" placeholder="Anything" value={filters.q ?? ''} change={set('q')} />
      <FilterText label="Who" placeholder="Name or key" value={filters.actor ?? ''} change={set('actor')} />
      <FilterSelect
        label="What"
        all="All actions"
        value={filters.action ?? ''}
        options={ACTIONS.map((value) => ({ value, text: value }))}
        change={set('action')}
      />
      <FilterText label="On" placeholder="Task, schedule …" value={filters.target ?? ''} change={set('target')} />
      <FilterSelect
        label="Result"
        all="All results"
        value={filters.result ?? ''}
        options={RESULTS.map((value) => ({ value, text: value }))}
        change={set('result')}
      />
      <FilterSelect
        label="From"
        all="Everywhere"
        value={filters.source ?? ''}
        options={SOURCES.map((value) => ({ value, text: SOURCE_TEXTS[value] }))}
        change={set('source')}
      />
      <FilterText label="First day" type="date" value={filters.from ?? ''} change={set('from')} />
      <FilterText label="Last day" type="date" value={filters.to ?? ''} change={set('to')} />
    </FilterBar>
  );
}
