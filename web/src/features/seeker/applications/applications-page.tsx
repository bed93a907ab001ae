import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { useProcesses } from '../queries.ts'
import { ProcessCard } from './process-card.tsx'

const route = getRouteApi('/me/applications')
const OPEN = { open: true, ended: false } as const

/** Applications and invitations, the running ones first. */
export function ApplicationsPage() {
  const { t } = useTranslation('seeker')
  const { show } = route.useSearch()
  const navigate = useNavigate()
  const list = useProcesses(show === 'open' || show === 'ended' ? OPEN[show] : null)
  return (
    <Page title={t('rooms.applications')} lead={t('applications.lead')}>
      <Toolbar>
        <ChoiceFilter
          label={t('applications.show')}
          value={show ?? ''}
          onChange={(value) =>
            void navigate({ to: '/me/applications', search: value ? { show: value } : {}, replace: true })
          }
          choices={(['open', 'ended'] as const).map((value) => ({ value, label: t(`applications.${value}`) }))}
          all={t('applications.all')}
        />
      </Toolbar>
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <ul className="plain cards">
                {rows.map((process) => (
                  <li key={process.id}>
                    <ProcessCard process={process} />
                  </li>
                ))}
              </ul>
              <div className="table-more">
                <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
              </div>
            </>
          ) : (
            <Empty
              title={t('applications.none')}
              actions={
                <ButtonLink kind="primary" to="/jobs">
                  {t('applications.look')}
                </ButtonLink>
              }
            >
              <p>{t('applications.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}
