import { type JobRecord, Stage } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../../../ui/chart/chart.tsx'
import { Figure } from '../../../../ui/figure.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { useJobStages } from '../processes/use-processes.ts'

/** How the posting goes: who came by which way, where they stand. */
export function JobNumbers({ job }: { job: JobRecord }) {
  const { t } = useTranslation(['hiring', 'work'])
  const query = useJobStages(job.id)
  return (
    <Answer of={query}>
      {({ total, overdue, stages }) => {
        const countOf = (stage: Stage) => stages.find((each) => each.stage === stage)?.count ?? 0
        return (
          <>
            <div className="tiles">
              <Figure
                label={t('jobs.started')}
                value={total}
                unit={t('jobs.people')}
                definition={t('jobs.startedText')}
              />
              <Figure
                label={t('jobs.overdue')}
                value={overdue}
                unit={t('jobs.people')}
                definition={t('jobs.overdueText')}
              />
              <Figure
                label={t('work:stage.placed')}
                value={countOf('placed')}
                unit={t('jobs.people')}
                definition={t('jobs.placedText', { count: job.openings })}
              />
            </div>
            <Chart
              title={t('jobs.byStage')}
              definition={t('jobs.byStageText')}
              source={t('analytics.source')}
              axis={t('jobs.stage')}
              unit={t('jobs.people')}
              categories={Stage.options.map((stage) => t(`work:stage.${stage}`))}
              series={[{ name: t('jobs.started'), values: Stage.options.map(countOf) }]}
            />
          </>
        )
      }}
    </Answer>
  )
}
