import type { CaseCard } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { day, instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { endTone } from '../file/end-tone.ts'
import { useAmount } from '../file/steps/use-amount.ts'
import { type Applicant, useApplicant } from './applicant.ts'
import { HelpedPeople } from './helped-people.tsx'
import { CaseLink, DraftLink } from './links.tsx'

/** The cases of a person or an organisation, and the forms that were not sent yet. */
export function CasesPage() {
  const { t } = useTranslation(['cases', 'ui'])
  const applicant = useApplicant()
  const { shown } = useSearch({ strict: false }) as { shown?: string }
  const navigate = useNavigate()
  const columns = useColumns(applicant)
  const list = usePages([...applicant.key, 'list', shown], (cursor) =>
    applicant.cases({ cursor, limit: 50, ...(shown && { open: shown === 'open' ? 'true' : 'false' }) }),
  )
  return (
    <Page
      title={t(applicant.organisationId ? 'own.organisation' : 'own.title')}
      lead={t('own.lead')}
      actions={
        <ButtonLink to="/services" kind="primary">
          {t('own.begin')}
        </ButtonLink>
      }
    >
      {!applicant.organisationId && <HelpedPeople chosen={applicant.personId} />}
      <Drafts of={applicant} />
      <Toolbar>
        <ChoiceFilter
          label={t('own.shown')}
          value={shown ?? ''}
          onChange={(value) =>
            void navigate({
              to: '.',
              search: ((before: object) => ({ ...before, shown: value || undefined })) as never,
              replace: true,
            })
          }
          choices={(['open', 'ended'] as const).map((value) => ({ value, label: t(`own.${value}`) }))}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('own.title')}
        columns={columns}
        empty={
          <Empty title={t('own.none')} actions={<ButtonLink to="/services">{t('own.begin')}</ButtonLink>}>
            <p>{t('own.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function useColumns(applicant: Applicant): Column<CaseCard>[] {
  const { t } = useTranslation('cases')
  const amountOf = useAmount()
  return [
    {
      key: 'service',
      title: t('case.service'),
      cell: ({ id, service, code, unread }) => (
        <>
          <CaseLink of={applicant} caseId={id}>
            {nameIn(service.title)}
          </CaseLink>
          <div className="small quiet">{code}</div>
          {unread > 0 && <div className="small">{t('case.unread', { count: unread })}</div>}
        </>
      ),
    },
    {
      key: 'stage',
      title: t('case.stage'),
      cell: ({ stage, waitsFor }) => (
        <>
          <Status tone={endTone(stage.end)}>{nameIn(stage.name)}</Status>
          {waitsFor === 'applicant' && <div className="small">{t('case.waitsForYou')}</div>}
        </>
      ),
    },
    {
      key: 'due',
      title: t('case.due'),
      short: true,
      cell: ({ dueOn, overdue }) => (overdue ? t('clocks.overdue') : dueOn ? day(dueOn) : '-'),
    },
    { key: 'amount', title: t('case.amount'), align: 'end', cell: ({ amount }) => amountOf(amount) ?? '-' },
    { key: 'submitted', title: t('case.submitted'), short: true, cell: ({ submittedAt }) => instant(submittedAt) },
  ]
}

/** Forms on their way, on whichever device they were begun. */
function Drafts({ of: applicant }: { of: Applicant }) {
  const { t } = useTranslation('cases')
  const { data } = useQuery({ queryKey: [...applicant.key, 'drafts'], queryFn: () => applicant.drafts() })
  if (!data?.items.length) return null
  return (
    <Card title={t('own.drafts')}>
      <ul className="plain stack">
        {data.items.map(({ id, service, savedAt, keptUntil }) => (
          <li key={id}>
            <DraftLink of={applicant} draftId={id}>
              {nameIn(service.title)}
            </DraftLink>{' '}
            <span className="small quiet">{t('own.savedAt', { at: instant(savedAt), until: day(keptUntil) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
