import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { number } from '../../../ui/format.ts'
import { useTaskCounts } from './queries.ts'

const route = getRouteApi('/bureau/cases')
const VIEWS = [
  { key: 'all', search: {} },
  { key: 'mine', search: { whose: 'mine' } },
  { key: 'unassigned', search: { whose: 'unassigned' } },
  { key: 'overdue', search: { due: 'overdue' } },
  { key: 'soon', search: { due: 'soon' } },
  { key: 'objections', search: { objections: 'yes' } },
] as const

/** The ways of looking at what waits, each with how much there is. */
export function InboxCounts() {
  const { t } = useTranslation('office')
  const { data } = useTaskCounts()
  const { whose, due, objections } = route.useSearch()
  const open = objections ? 'objections' : (due ?? whose ?? 'all')
  return (
    <nav className="tabs" aria-label={t('inbox.views')}>
      {VIEWS.map(({ key, search }) => (
        <Link
          key={key}
          to="/bureau/cases"
          search={search}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={open === key ? 'page' : undefined}
        >
          {t(`inbox.${key}`, { count: data?.[key] ?? 0, shown: data ? number(data[key]) : '…' })}
        </Link>
      ))}
    </nav>
  )
}
