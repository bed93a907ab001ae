import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { number } from '../../../ui/format.ts'
import { Button } from '../../../ui/button.tsx'
import { JobCard } from '../job-card.tsx'
import { useJobs } from '../queries.ts'
import { Chips, useFilterText } from './chips.tsx'
import { Filters } from './filters.tsx'
import { NoneFound } from './none-found.tsx'
import { type Asked, FILTERS } from './asked.ts'
import { SaveSearch } from './save-search.tsx'
import { JobSearchBox } from './search-box.tsx'
import { type Search, useSearch } from './use-search.ts'

const ORDERS = ['best', 'newest', 'pay', 'near'] as const

/** Open postings for a wish: no account, no occupation, no place is needed to look. */
export function JobsPage() {
  const { t } = useTranslation(['jobs', 'work', 'ui'])
  const search = useSearch()
  const list = useJobs(search.asked)
  const facets = list.data?.facets
  return (
    <Page title={t('title')} lead={t('lead')}>
      <JobSearchBox
        value={search.asked.q ?? ''}
        onSearch={(q) => {
          const { q: _, verbatim: __, ...rest } = search.asked
          search.ask(q ? { ...rest, q } : rest, false)
        }}
      />
      <Chips search={search} found={list.data} />
      <div className="results">
        <aside className="card only-desk" aria-label={t('filter.title')}>
          <Filters search={search} facets={facets} />
        </aside>
        <section aria-label={t('results')}>
          <Bar search={search} found={list.data} />
          <Found search={search} list={list} />
        </section>
      </div>
    </Page>
  )
}

/** Filters on phones, the order, and keeping the search. */
function Bar({ search, found }: { search: Search; found: ReturnType<typeof useJobs>['data'] }) {
  const { t } = useTranslation('jobs')
  const set = FILTERS.filter((name) => search.asked[name]).length
  return (
    <div className="row results-bar">
      <span className="only-phone">
        <DialogButton action={set ? t('filter.titleCount', { count: set }) : t('filter.title')}>
          {(close) => (
            <div className="stack">
              <Filters search={search} facets={found?.facets} />
              <Button kind="primary" onClick={close}>
                {t('filter.show', { total: number(found?.total ?? 0) })}
              </Button>
            </div>
          )}
        </DialogButton>
      </span>
      <ChoiceFilter
        label={t('order.label')}
        value={search.asked.sort ?? 'best'}
        onChange={(value) => search.set('sort', value === 'best' ? undefined : value)}
        choices={ORDERS.filter((order) => order !== 'near' || search.asked.place).map((value) => ({
          value,
          label: t(`order.${value}`),
        }))}
      />
      <SaveSearch asked={search.asked} name={useSearchName(search.asked)} />
    </div>
  )
}

/** The list itself, and a spelling that finds more. */
function Found({ search, list }: { search: Search; list: ReturnType<typeof useJobs> }) {
  const { t } = useTranslation('jobs')
  return (
    <Answer of={list}>
      {({ items, total, instead }) => (
        <div className="stack">
          <p role="status" className="quiet">
            {t('total', { total: number(total) })}
          </p>
          {instead && (
            <p className="note">
              {t('instead')}{' '}
              <Button kind="bare" onClick={() => search.ask({ ...search.asked, q: instead }, false)}>
                {instead}
              </Button>
            </p>
          )}
          {items.length ? (
            <ul className="plain stack">
              {items.map((job) => (
                <li key={job.id}>
                  <JobCard job={job} />
                </li>
              ))}
            </ul>
          ) : (
            <NoneFound asked={search.asked} />
          )}
          {items.length > 0 && (
            <div className="table-more">
              <PagedFoot shown={items.length} total={total} onMore={list.more} pending={list.pending} />
            </div>
          )}
        </div>
      )}
    </Answer>
  )
}

/** What a saved search is called at first: its words and filters. */
function useSearchName(asked: Asked): string {
  const { t } = useTranslation('jobs')
  const text = useFilterText(undefined)
  const parts = [asked.q, ...FILTERS.flatMap((name) => (asked[name] ? [text(name, asked[name])] : []))]
  return parts.filter(Boolean).join(' ').slice(0, 60) || t('save.everything')
}
