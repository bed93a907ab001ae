import type { Process, Stage } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../../../../ui/format.ts'
import { Answer } from '../../../../../ui/state/answer.tsx'
import { Status } from '../../../../../ui/status.tsx'
import { PagedFoot } from '../../../../../ui/table/paged-foot.tsx'
import { useOrganisationId } from '../../../queries.ts'
import { AnswerBy } from '../../processes/answer-by.tsx'
import { type JobStages, useJobProcesses } from '../../processes/use-processes.ts'

interface BoardProps {
  jobId: string
  columns: readonly Stage[]
  numbers: JobStages
  /** Leads to the table. */
  turn: ReactNode
}

/** Cards of a column that are read at once: the board stays a view of everything, however many have applied. */
const PAGE = 20

/** Up and down within a column, left and right to the next column that has somebody. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const columns = [...event.currentTarget.querySelectorAll('section')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('a')])
    .filter((links) => links.length > 0)
  const column = columns.findIndex((links) => links.includes(event.target as HTMLElement))
  if (column < 0) return
  const row = columns[column]!.indexOf(event.target as HTMLElement)
  const inColumn = (at: number) => columns[at]?.[Math.min(row, columns[at].length - 1)]
  const goals: Record<string, HTMLElement | undefined> = {
    ArrowDown: columns[column]![row + 1],
    ArrowUp: columns[column]![row - 1],
    ArrowRight: inColumn(column + 1),
    ArrowLeft: inColumn(column - 1),
  }
  if (!(event.key in goals)) return
  event.preventDefault()
  goals[event.key]?.focus()
}

/** Processes as cards in columns by stage; on phones one list after the other, with a way to each. */
export function Board({ jobId, columns, numbers, turn }: BoardProps) {
  const { t } = useTranslation(['hiring', 'work'])
  const board = useRef<HTMLDivElement>(null)
  const countOf = (stage: Stage) => numbers.stages.find((each) => each.stage === stage)?.count ?? 0
  const shown = columns.reduce((total, stage) => total + countOf(stage), 0)
  return (
    <>
      <div className="row">
        {turn}
        {numbers.overdue > 0 && <Overdue count={numbers.overdue} />}
        {numbers.total > shown && (
          <span className="quiet">{t('pipeline.ended', { count: numbers.total - shown })}</span>
        )}
      </div>
      <div className="only-phone">
        <div className="chips" role="group" aria-label={t('pipeline.go')}>
          {columns.filter(countOf).map((stage) => (
            <button
              key={stage}
              type="button"
              className="chip"
              onClick={() => board.current?.querySelector(`[data-stage=${stage}]`)?.scrollIntoView({ block: 'start' })}
            >
              {t('pipeline.counted', { label: t(`work:stage.${stage}`), number: number(countOf(stage)) })}
            </button>
          ))}
        </div>
      </div>
      <div ref={board} className="board" onKeyDown={walk}>
        {columns.map((stage) => (
          <BoardColumn key={stage} jobId={jobId} stage={stage} count={countOf(stage)} />
        ))}
      </div>
    </>
  )
}

/** Whom to answer first; in a long column they may stand beyond what is shown. */
function Overdue({ count }: { count: number }) {
  const { t } = useTranslation('hiring')
  return (
    <Link
      to="/desk/$organisationId/jobs/$jobId"
      from="/desk/$organisationId/jobs/$jobId"
      search={{ part: 'pipeline', view: 'table', stage: 'overdue' }}
      resetScroll={false}
    >
      <Status tone="bad">{t('pipeline.counted', { label: t('jobs.overdue'), number: number(count) })}</Status>
    </Link>
  )
}

interface ColumnProps {
  jobId: string
  stage: Stage
  count: number
}

function BoardColumn({ jobId, stage, count }: ColumnProps) {
  const { t } = useTranslation('work')
  const id = useId()
  return (
    <section aria-labelledby={id} data-stage={stage} className={count ? undefined : 'vacant'}>
      <h3 id={id}>
        {t(`stage.${stage}`)} <span className="quiet number">{number(count)}</span>
      </h3>
      {count > 0 && <Cards jobId={jobId} stage={stage} />}
    </section>
  )
}

function Cards({ jobId, stage }: { jobId: string; stage: Stage }) {
  const list = useJobProcesses(jobId, PAGE, { stage })
  return (
    <Answer of={list}>
      {({ rows, total }) => (
        <>
          <ul className="plain">
            {rows.map((process) => (
              <li key={process.id}>
                <ProcessCard process={process} />
              </li>
            ))}
          </ul>
          {list.more && (
            <div className="table-more">
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </div>
          )}
        </>
      )}
    </Answer>
  )
}

function ProcessCard({ process }: { process: Process }) {
  const { t } = useTranslation(['hiring', 'work'])
  const organisationId = useOrganisationId()
  return (
    <Link
      className="card"
      to="/desk/$organisationId/processes/$processId"
      params={{ organisationId, processId: process.id }}
    >
      <strong>{process.talent.name}</strong>
      <div className="small quiet">{t(`work:channel.${process.channel}`)}</div>
      <AnswerBy of={process} />
      {process.unread > 0 && <div className="small">{t('process.unread', { count: process.unread })}</div>}
    </Link>
  )
}
