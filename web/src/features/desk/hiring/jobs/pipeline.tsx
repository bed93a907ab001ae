import { OPEN_STAGES, type Process, type Stage } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../../ui/table/export-button.tsx'
import { useProcessColumns } from '../processes/process-columns.tsx'
import { useJobProcesses } from '../processes/use-processes.ts'
import { Board } from './board.tsx'

const COLUMNS: readonly Stage[] = [...OPEN_STAGES, 'placed']
const isEnded = ({ stage }: Process) => !COLUMNS.includes(stage)

/** Who is on the way, by stage: as a board, or the same as a table with those that ended. */
export function Pipeline({ jobId }: { jobId: string }) {
  const { t } = useTranslation('hiring')
  const [asTable, setAsTable] = useState(false)
  const columns = useProcessColumns()
  const query = useJobProcesses(jobId)
  return (
    <Answer of={query}>
      {(rows) =>
        rows.length ? (
          <>
            <div className="row">
              <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                {t(asTable ? 'pipeline.asBoard' : 'pipeline.asTable')}
              </Button>
              <ExportButton name={t('jobs.part.pipeline')} columns={columns} rows={rows} />
              <span className="quiet">{t('pipeline.ended', { count: rows.filter(isEnded).length })}</span>
            </div>
            {asTable ? (
              <DataTable caption={t('jobs.part.pipeline')} columns={columns} rows={rows} rowKey={({ id }) => id} />
            ) : (
              <Board stages={COLUMNS} processes={rows} />
            )}
          </>
        ) : (
          <Empty title={t('pipeline.none')}>
            <p>{t('pipeline.noneText')}</p>
          </Empty>
        )
      }
    </Answer>
  )
}
