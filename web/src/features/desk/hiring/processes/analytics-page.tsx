import type { hiringRoutes, Output } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../../../ui/chart/chart.tsx'
import { Figure } from '../../../../ui/figure.tsx'
import { DayFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { hiring } from '../queries.ts'

const BASIS_POINTS = 100
const route = getRouteApi('/desk/$organisationId/hiring')

/** How hiring goes: how far people come, by which way, how long it takes. */
export function AnalyticsPage() {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  const { from, until } = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/hiring' })
  const query = useQuery({
    queryKey: ['desk', organisationId, 'hiring', from, until],
    queryFn: () => hiring.analytics({ params: { organisationId }, query: { from, until } }),
  })
  const change = (name: 'from' | 'until') => (value: string) =>
    void navigate({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true })
  return (
    <Page title={t('analytics.title')} lead={t('analytics.lead')}>
      <Toolbar>
        <DayFilter label={t('analytics.from')} value={from ?? ''} onChange={change('from')} />
        <DayFilter label={t('analytics.until')} value={until ?? ''} onChange={change('until')} />
      </Toolbar>
      <Answer of={query}>
        {(data) =>
          data.channels.some(({ started }) => started > 0) ? (
            <Charts {...data} />
          ) : (
            <Empty title={t('analytics.none')}>
              <p>{t('analytics.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

type Numbers = Output<typeof hiringRoutes.analytics>

function Charts({ stages, channels, medianDaysToPlacement, answered }: Numbers) {
  const { t } = useTranslation(['hiring', 'work'])
  const names = stages.map(({ stage }) => t(`work:stage.${stage}`))
  const source = t('analytics.source')
  return (
    <>
      <Rates medianDaysToPlacement={medianDaysToPlacement} answered={answered} />
      <Chart
        title={t('analytics.funnel')}
        definition={t('analytics.funnelText')}
        source={source}
        axis={t('jobs.stage')}
        unit={t('jobs.people')}
        categories={names}
        series={[{ name: t('analytics.reached'), values: stages.map(({ reached }) => reached) }]}
      />
      <Chart
        title={t('analytics.time')}
        definition={t('analytics.timeText')}
        source={source}
        axis={t('jobs.stage')}
        unit={t('analytics.days')}
        categories={names}
        series={[{ name: t('analytics.median'), values: stages.map(({ medianDays }) => medianDays) }]}
      />
      <Chart
        title={t('analytics.channels')}
        definition={t('analytics.channelsText')}
        source={source}
        axis={t('process.channel')}
        unit={t('jobs.people')}
        categories={channels.map(({ channel }) => t(`work:channel.${channel}`))}
        series={[
          { name: t('analytics.started'), values: channels.map(({ started }) => started) },
          { name: t('analytics.placed'), values: channels.map(({ placed }) => placed) },
        ]}
      />
    </>
  )
}

function Rates({ medianDaysToPlacement, answered }: Pick<Numbers, 'medianDaysToPlacement' | 'answered'>) {
  const { t } = useTranslation('hiring')
  return (
    <div className="tiles">
      <Figure
        label={t('analytics.answered')}
        value={answered === null ? null : answered / BASIS_POINTS}
        unit="%"
        definition={t('analytics.answeredText')}
      />
      <Figure
        label={t('analytics.toPlacement')}
        value={medianDaysToPlacement}
        unit={t('analytics.days')}
        definition={t('analytics.toPlacementText')}
      />
    </div>
  )
}
