import { Stage } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../../ui/button.tsx'
import { ChoiceFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { ExportButton } from '../../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useRecord } from '../../queries.ts'
import { hiring } from '../queries.ts'
import { useProcessColumns } from './process-columns.tsx'

const SHOWN = ['open', 'overdue', 'followUp', 'ended'] as const
type Shown = (typeof SHOWN)[number]
const QUERY: Record<Shown, { open?: string; overdue?: string; followUp?: string }> = {
  open: { open: 'true' },
  overdue: { overdue: 'true' },
  /** For agencies: nobody but who keeps a talent answers for him. */
  followUp: { followUp: 'true' },
  ended: { open: 'false' },
}
const route = getRouteApi('/desk/$organisationId/processes')

/** Everybody on the way to the organisation: who waits for an answer, and until when. */
export function ProcessesPage() {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const { organisationId } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/processes' })
  const columns = useProcessColumns()
  const isAgency = useRecord().data?.kind === 'agency'
  const shown = SHOWN.find((each) => each === search.shown) ?? 'open'
  const stage = Stage.safeParse(search.stage).data
  const list = usePages(['desk', organisationId, 'processes', shown, stage], (cursor) =>
    hiring.processes({ params: { organisationId }, query: { ...QUERY[shown], stage, cursor, limit: 50 } }),
  )
  const change = (name: 'shown' | 'stage') => (value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  return (
    <Page title={t('processes.title')} lead={t('processes.lead')}>
      <Toolbar actions={<ExportButton name={t('processes.title')} columns={columns} rows={list} />}>
        <ChoiceFilter
          label={t('processes.shown')}
          value={shown}
          onChange={change('shown')}
          choices={SHOWN.filter((value) => value !== 'followUp' || isAgency).map((value) => ({
            value,
            label: t(`processes.${value}`),
          }))}
        />
        <ChoiceFilter
          label={t('jobs.stage')}
          value={stage ?? ''}
          onChange={change('stage')}
          choices={Stage.options.map((value) => ({ value, label: t(`work:stage.${value}`) }))}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <PagedTable of={list} caption={t('processes.title')} columns={columns} empty={<NoProcesses />} />
    </Page>
  )
}

function NoProcesses() {
  const { t } = useTranslation('hiring')
  const params = route.useParams()
  return (
    <Empty
      title={t('processes.none')}
      actions={
        <ButtonLink to="/desk/$organisationId/talents" params={params}>
          {t('talents.title')}
        </ButtonLink>
      }
    >
      <p>{t('processes.noneText')}</p>
    </Empty>
  )
}
