import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { PolicyCard } from './policy-card.tsx'
import { type Asked, usePolicies } from './queries.ts'

const route = getRouteApi('/policies')

/** The policies of the city, in plain words: for whom, how much, until when. */
export function PoliciesPage() {
  const { t } = useTranslation('policy')
  const asked = route.useSearch()
  const navigate = useNavigate({ from: '/policies' })
  const set = (name: keyof Asked) => (value: string) =>
    void navigate({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true })
  return (
    <Page title={t('library.title')} lead={t('library.lead')}>
      <Toolbar>
        <TextFilter
          label={t('library.search')}
          placeholder={t('library.searchHint')}
          value={asked.q ?? ''}
          onChange={set('q')}
        />
        <ChoiceFilter
          label={t('library.subject')}
          value={asked.subject ?? ''}
          onChange={set('subject')}
          all={t('library.anySubject')}
          choices={(['person', 'organisation'] as const).map((value) => ({ value, label: t(`subject.${value}`) }))}
        />
        <ChoiceFilter
          label={t('library.state')}
          value={asked.state ?? ''}
          onChange={set('state')}
          all={t('state.inForce')}
          choices={(['coming', 'ended', 'all'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </Toolbar>
      <Found asked={asked} onClear={() => void navigate({ search: { state: 'all' } })} />
    </Page>
  )
}

function Found({ asked, onClear }: { asked: Asked; onClear: () => void }) {
  const { t } = useTranslation('policy')
  const list = usePolicies(asked)
  return (
    <Answer of={list}>
      {({ rows, total }) =>
        rows.length ? (
          <>
            <p role="status" className="quiet">
              {t('library.total', { count: number(total) })} <Link to="/me/policies">{t('library.mine')}</Link>
            </p>
            <ul className="plain cards">
              {rows.map((policy) => (
                <li key={policy.key}>
                  <PolicyCard policy={policy} />
                </li>
              ))}
            </ul>
            {list.more && <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />}
          </>
        ) : (
          <Empty title={t('library.none')} actions={<Button onClick={onClear}>{t('library.showAll')}</Button>}>
            <p>{t('library.noneText')}</p>
          </Empty>
        )
      }
    </Answer>
  )
}
