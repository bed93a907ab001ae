import type { Process } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { instant } from '../../../../ui/format.ts'
import type { Column } from '../../../../ui/table/columns.ts'
import { useOrganisationId } from '../../queries.ts'
import { AnswerBy } from './answer-by.tsx'
import { StageStatus } from './stage-status.tsx'

/** A process in a list: who, for what, where it stands, until when an answer is due. */
export function useProcessColumns(): Column<Process>[] {
  const { t } = useTranslation(['hiring', 'work'])
  const organisationId = useOrganisationId()
  return [
    {
      key: 'talent',
      title: t('process.person'),
      plain: ({ talent }) => talent.name,
      cell: ({ id, talent, unread }) => (
        <>
          <Link to="/desk/$organisationId/processes/$processId" params={{ organisationId, processId: id }}>
            {talent.name}
          </Link>
          {unread > 0 && <div className="small">{t('process.unread', { count: unread })}</div>}
        </>
      ),
    },
    {
      key: 'stage',
      title: t('jobs.stage'),
      plain: ({ stage }) => t(`work:stage.${stage}`),
      cell: ({ stage }) => <StageStatus of={stage} />,
    },
    {
      key: 'answerBy',
      title: t('process.clock'),
      definition: t('process.clockText'),
      plain: ({ answerBy }) => answerBy,
      cell: (process) => (process.answerBy ? <AnswerBy of={process} /> : '-'),
    },
    {
      key: 'job',
      title: t('jobs.posting'),
      plain: ({ job }) => job.title,
      cell: (process) => <Posting of={process} />,
    },
    ...useHistoryColumns(),
  ]
}

/** How a process began, and when it last changed. */
function useHistoryColumns(): Column<Process>[] {
  const { t } = useTranslation(['hiring', 'work'])
  return [
    {
      key: 'channel',
      title: t('process.channel'),
      short: true,
      plain: ({ channel }) => t(`work:channel.${channel}`),
      cell: ({ channel }) => t(`work:channel.${channel}`),
    },
    {
      key: 'changedAt',
      title: t('process.changedAt'),
      short: true,
      plain: ({ changedAt }) => changedAt,
      cell: ({ changedAt }) => instant(changedAt),
    },
  ]
}

/** The posting; with its employer, where the person was recommended to somebody else. */
function Posting({ of: { job, organisation } }: { of: Process }) {
  const isOwn = organisation.id === useOrganisationId()
  return (
    <>
      {job.title}
      {!isOwn && <div className="small quiet">{organisation.name}</div>}
    </>
  )
}
