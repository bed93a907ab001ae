import { type JobRecord, type Process, Stage } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../../../ui/chart/chart.tsx'
import { Figure } from '../../../../ui/figure.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { useJobProcesses } from '../processes/use-processes.ts'

const countOf = (rows: readonly Process[], stage: Stage) => rows.filter((each) => each.stage === stage).length

/** How the posting goes: who came by which way, where they stand. */
export function JobNumbers({ job }: { job: JobRecord }) {
  const { t } = useTranslation(['hiring', 'work'])
  const query = useJobProcesses(job.id)
  return (
    <Answer of={query}>
      {(rows) => {
        const placed = countOf(rows, 'placed')
        return (
          <>
            <div className="tiles">
              <Figure
                label={t('jobs.started')}
                value={rows.length}
                unit={t('jobs.people')}
                definition={t('jobs.startedText')}
              />
              <Figure
                label={t('jobs.overdue')}
                value={rows.filter(({ overdue }) => overdue).length}
                unit={t('jobs.people')}
                definition={t('jobs.overdueText')}
              />
              <Figure
                label={t('work:stage.placed')}
                value={placed}
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
              series={[{ name: t('jobs.started'), values: Stage.options.map((stage) => countOf(rows, stage)) }]}
            />
          </>
        )
      }}
    </Answer>
  )
}
