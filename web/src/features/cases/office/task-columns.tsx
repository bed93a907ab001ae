import type { CaseCard, CaseTask } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { day, instant } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { endTone } from '../file/end-tone.ts'
import { useAmount } from '../file/steps/use-amount.ts'

/** A case in the lists of officers. */
export function useCardColumns<T extends CaseCard>(): Column<T>[] {
  const { t } = useTranslation('office')
  return [
    {
      key: 'applicant',
      title: t('task.applicant'),
      plain: ({ applicant }) => applicant.name,
      cell: ({ id, applicant, code, unread }) => (
        <>
          <Link to="/bureau/cases/$caseId" params={{ caseId: id }}>
            {applicant.name}
          </Link>
          <div className="small quiet">{code}</div>
          {unread > 0 && <div className="small">{t('task.unread', { count: unread })}</div>}
        </>
      ),
    },
    {
      key: 'service',
      title: t('task.service'),
      plain: ({ service }) => nameIn(service.title),
      cell: ({ service }) => nameIn(service.title),
    },
    {
      key: 'stage',
      title: t('task.stage'),
      plain: ({ stage }) => nameIn(stage.name),
      cell: ({ stage }) => <Status tone={endTone(stage.end)}>{nameIn(stage.name)}</Status>,
    },
    {
      key: 'due',
      title: t('task.due'),
      definition: t('task.dueText'),
      plain: ({ dueOn }) => dueOn,
      cell: ({ dueOn, overdue }) => (
        <>
          {dueOn ? day(dueOn) : '-'}
          {overdue && (
            <div>
              <Status tone="bad">{t('task.overdue')}</Status>
            </div>
          )}
        </>
      ),
    },
    ...useFurtherColumns<T>(),
  ]
}

/** What it is about in money, and where and when. */
function useFurtherColumns<T extends CaseCard>(): Column<T>[] {
  const { t } = useTranslation('office')
  const amountOf = useAmount()
  return [
    {
      key: 'amount',
      title: t('task.amount'),
      align: 'end',
      plain: ({ amount }) => amountOf(amount),
      cell: ({ amount }) => amountOf(amount) ?? '-',
    },
    {
      key: 'place',
      title: t('task.place'),
      plain: ({ decision }) => nameIn(decision.name),
      cell: ({ acceptance, decision }) => (
        <>
          {nameIn(decision.name)}
          {acceptance && acceptance.code !== decision.code && (
            <div className="small quiet">{t('task.acceptedIn', { place: nameIn(acceptance.name) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'submitted',
      title: t('task.submitted'),
      short: true,
      plain: ({ submittedAt }) => submittedAt,
      cell: ({ submittedAt }) => instant(submittedAt),
    },
  ]
}

/** The same for what waits: who has it, what was escalated, what objections wait. */
export function useTaskColumns(): Column<CaseTask>[] {
  const { t } = useTranslation(['office', 'services'])
  return [
    ...useCardColumns<CaseTask>(),
    {
      key: 'assigned',
      title: t('task.assigned'),
      plain: ({ assigned }) => assigned?.name ?? null,
      cell: ({ assigned, escalatedTo, objections }) => (
        <>
          {assigned ? (assigned.mine ? t('task.mine') : assigned.name) : t('task.nobody')}
          {escalatedTo && (
            <div className="small">{t('task.escalated', { role: t(`services:role.${escalatedTo}`) })}</div>
          )}
          {objections > 0 && <div className="small">{t('task.objections', { count: objections })}</div>}
        </>
      ),
    },
  ]
}
