import type { Process, Stage } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../../../ui/format.ts'
import { useOrganisationId } from '../../queries.ts'
import { AnswerBy } from '../processes/answer-by.tsx'

interface BoardProps {
  stages: readonly Stage[]
  processes: readonly Process[]
}

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

/** Processes as cards in columns by stage; on phones one list after the other. */
export const Board = ({ stages, processes }: BoardProps) => (
  <div className="board" onKeyDown={walk}>
    {stages.map((stage) => (
      <BoardColumn key={stage} stage={stage} processes={processes.filter((each) => each.stage === stage)} />
    ))}
  </div>
)

function BoardColumn({ stage, processes }: { stage: Stage; processes: readonly Process[] }) {
  const { t } = useTranslation(['hiring', 'work'])
  const organisationId = useOrganisationId()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t(`work:stage.${stage}`)} <span className="quiet number">{number(processes.length)}</span>
      </h3>
      <ul className="plain">
        {processes.map((process) => (
          <li key={process.id}>
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
          </li>
        ))}
      </ul>
    </section>
  )
}
