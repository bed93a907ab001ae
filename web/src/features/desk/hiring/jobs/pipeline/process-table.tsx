import { Stage } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, Toolbar } from '../../../../../ui/filter/filter.tsx'
import { number } from '../../../../../ui/format.ts'
import { Empty } from '../../../../../ui/state/empty.tsx'
import { ExportButton } from '../../../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../../../ui/table/paged-table.tsx'
import { useProcessColumns } from '../../processes/process-columns.tsx'
import { type JobStages, useJobProcesses } from '../../processes/use-processes.ts'

const PAGE = 50
const route = getRouteApi('/desk/$organisationId/jobs/$jobId')

interface ProcessTableProps {
  jobId: string
  numbers: JobStages
  /** Leads back to the board. */
  turn: ReactNode
}

/** Everybody of a posting, or those of one stage or overdue, page by page. */
export function ProcessTable({ jobId, numbers: { total, overdue, stages }, turn }: ProcessTableProps) {
  const { t } = useTranslation(['hiring', 'work'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/jobs/$jobId' })
  const columns = useProcessColumns()
  const isOverdue = search.stage === 'overdue'
  const stage = Stage.safeParse(search.stage).data
  const list = useJobProcesses(jobId, PAGE, { stage, overdue: isOverdue ? 'true' : undefined })
  const show = (value: string) =>
    void navigate({
      search: { part: 'pipeline', view: 'table', ...(value && { stage: value }) },
      replace: true,
      resetScroll: false,
    })
  const counted = (label: string, count: number) => t('pipeline.counted', { label, number: number(count) })
  return (
    <>
      <Toolbar
        actions={
          <>
            {turn}
            <ExportButton name={t('jobs.part.pipeline')} columns={columns} rows={list} />
          </>
        }
      >
        <ChoiceFilter
          label={t('jobs.stage')}
          value={isOverdue ? 'overdue' : (stage ?? '')}
          onChange={show}
          choices={[
            { value: 'overdue', label: counted(t('jobs.overdue'), overdue) },
            ...stages.map((each) => ({ value: each.stage, label: counted(t(`work:stage.${each.stage}`), each.count) })),
          ]}
          all={counted(t('jobs.started'), total)}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('jobs.part.pipeline')}
        columns={columns}
        empty={<Empty title={t('pipeline.noneThere')} />}
      />
    </>
  )
}
