import type { HeldTalent } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Confirm } from '../../../../ui/dialog/confirm.tsx'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { ChoiceFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { day } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useWishText } from '../../../work/wishes.ts'
import { FitReasons } from '../jobs/fit.tsx'
import { talents, useHiringChanged, useKeptMatches } from '../queries.ts'
import { RecommendButton } from './recommend-button.tsx'
import { TalentSummary } from './talent-summary.tsx'

const route = getRouteApi('/desk/$organisationId/held')

/** People an agency keeps with their consent: recommended, or let go. */
export function HeldPage() {
  const { t } = useTranslation(['hiring', 'ui'])
  const params = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/held' })
  const columns = useHeldColumns()
  const askAgain = search.shown === 'askAgain' ? 'true' : undefined
  const list = usePages(['desk', params.organisationId, 'held', askAgain], (cursor) =>
    talents.held({ params, query: { askAgain, cursor, limit: 50 } }),
  )
  const toImport = (
    <ButtonLink kind="primary" to="/desk/$organisationId/held/import" params={params}>
      {t('imports.talents')}
    </ButtonLink>
  )
  return (
    <Page title={t('held.title')} lead={t('held.lead')} actions={toImport}>
      <Toolbar>
        <ChoiceFilter
          label={t('processes.shown')}
          value={search.shown ?? ''}
          onChange={(value) => void navigate({ search: value ? { shown: value } : {}, replace: true })}
          choices={[{ value: 'askAgain', label: t('held.askAgain') }]}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('held.title')}
        columns={columns}
        empty={
          <Empty title={t('held.none')} actions={toImport}>
            <p>{t('held.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function useHeldColumns(): Column<HeldTalent>[] {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const wishText = useWishText()
  return [
    {
      key: 'name',
      title: t('process.person'),
      cell: (talent) => (
        <DialogButton action={talent.name} kind="bare">
          {() => <Kept talent={talent} />}
        </DialogButton>
      ),
    },
    {
      key: 'wishes',
      title: t('talents.wishes'),
      cell: ({ wishes }) => wishText(wishes),
    },
    { key: 'phone', title: t('held.phone'), short: true, cell: ({ phone }) => phone ?? '-' },
    {
      key: 'consentUntil',
      title: t('held.consentUntil'),
      definition: t('held.consentText'),
      short: true,
      cell: ({ consentUntil }) => day(consentUntil),
    },
    {
      key: 'confirmedOn',
      title: t('held.confirmedOn'),
      definition: t('held.confirmedText'),
      cell: ({ confirmedOn, askAgain }) => (
        <>
          {day(confirmedOn)}
          {askAgain && <div className="small">{t('held.askAgain')}</div>}
        </>
      ),
    },
    {
      key: 'actions',
      title: t('ui:table.actions'),
      cell: (talent) => <Actions of={talent} />,
    },
  ]
}

function Actions({ of: { id: talentId, name, wishes, askAgain, version } }: { of: HeldTalent }) {
  const { t } = useTranslation('hiring')
  const changed = useHiringChanged()
  const params = { organisationId: route.useParams().organisationId, talentId }
  return (
    <div className="row">
      {askAgain && (
        <Confirm
          action={t('held.confirm')}
          onConfirm={() => talents.confirmHeld({ params, body: { version } }).then(changed)}
        >
          {t('held.confirmAsked', { name })}
        </Confirm>
      )}
      <RecommendButton talentId={talentId} name={name} wish={wishes[0]?.title ?? ''} />
      <Confirm action={t('held.drop')} danger onConfirm={() => talents.dropHeld({ params }).then(changed)}>
        {t('held.dropText', { name })}
      </Confirm>
    </div>
  )
}

/** All that is kept of somebody, and on which consent. */
function Kept({ talent }: { talent: HeldTalent }) {
  const { t } = useTranslation('hiring')
  const { consentOn, consentUntil, summary } = talent
  return (
    <div className="stack">
      <p className="quiet">{t('held.consent', { from: day(consentOn), until: day(consentUntil) })}</p>
      <TalentSummary of={talent} />
      {summary && <p className="timeline-text">{summary}</p>}
      <h3>{t('held.matches')}</h3>
      <KeptMatches talentId={talent.id} />
    </div>
  )
}

/** Open postings for somebody, each with why it fits; he is recommended by the button of his row. */
function KeptMatches({ talentId }: { talentId: string }) {
  const { t } = useTranslation('hiring')
  return (
    <Answer of={useKeptMatches(talentId)}>
      {({ fits, near }) =>
        fits.length + near.length ? (
          <ul className="plain stack">
            {[...fits, ...near].map((match) => (
              <li key={match.job.id}>
                <Link to="/jobs/$jobId" params={{ jobId: match.job.id }}>
                  {match.job.title}
                </Link>{' '}
                <span className="small quiet">{match.job.employer.name}</span>
                <FitReasons of={match} />
              </li>
            ))}
          </ul>
        ) : (
          <p role="status">{t('recommend.noFits')}</p>
        )
      }
    </Answer>
  )
}
