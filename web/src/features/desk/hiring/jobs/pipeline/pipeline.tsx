import { OPEN_STAGES, type Stage } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../../ui/button.tsx'
import { Answer } from '../../../../../ui/state/answer.tsx'
import { Empty } from '../../../../../ui/state/empty.tsx'
import { useJobStages } from '../../processes/use-processes.ts'
import { Board } from './board.tsx'
import { ProcessTable } from './process-table.tsx'

const COLUMNS: readonly Stage[] = [...OPEN_STAGES, 'placed']
const route = getRouteApi('/desk/$organisationId/jobs/$jobId')

/** Who is on the way, by stage: as a board, or the same as a table with those that ended. */
export function Pipeline({ jobId }: { jobId: string }) {
  const { t } = useTranslation('hiring')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/jobs/$jobId' })
  const asTable = search.view === 'table'
  const turn = (
    <Button
      aria-pressed={asTable}
      onClick={() =>
        void navigate({
          search: { part: 'pipeline', ...(!asTable && { view: 'table' }) },
          replace: true,
          resetScroll: false,
        })
      }
    >
      {t(asTable ? 'pipeline.asBoard' : 'pipeline.asTable')}
    </Button>
  )
  return (
    <Answer of={useJobStages(jobId)}>
      {(numbers) =>
        numbers.total ? (
          asTable ? (
            <ProcessTable jobId={jobId} numbers={numbers} turn={turn} />
          ) : (
            <Board jobId={jobId} columns={COLUMNS} numbers={numbers} turn={turn} />
          )
        ) : (
          <Empty title={t('pipeline.none')}>
            <p>{t('pipeline.noneText')}</p>
          </Empty>
        )
      }
    </Answer>
  )
}
