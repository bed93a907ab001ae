import type { hiringRoutes, Output } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { hiring } from './queries.ts'

type Silent = Output<typeof hiringRoutes.silent>['items'][number]
type Row = Silent & { id: string }
const BASIS_POINTS = 100

/** Employers whose applicants wait for an answer, the worst first. */
export function SilencePage() {
  const { t } = useTranslation('market')
  const columns = useColumns()
  const list = usePages<Row>(['bureau', 'silence'], async (cursor) => {
    const page = await hiring.silent({ query: { cursor, limit: 50 } })
    return { ...page, items: page.items.map((each) => ({ ...each, id: each.organisation.id })) }
  })
  return (
    <Page
      title={t('silence.title')}
      lead={t('silence.lead')}
      actions={<ExportButton name={t('silence.title')} columns={columns} rows={list} />}
    >
      <PagedTable
        of={list}
        caption={t('silence.title')}
        columns={columns}
        empty={<Empty title={t('silence.none')} />}
      />
    </Page>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('market')
  const counted = (key: 'waiting' | 'overdue' | 'lapsed'): Column<Row> => ({
    key,
    title: t(`silence.${key}`),
    definition: t(`silence.${key}Text`),
    align: 'end',
    plain: (row) => row[key],
    cell: (row) => number(row[key]),
  })
  const rate = ({ answered }: Row) => (answered === null ? '-' : `${(answered / BASIS_POINTS).toFixed(0)}%`)
  return [
    {
      key: 'organisation',
      title: t('silence.organisation'),
      plain: ({ organisation }) => organisation.name,
      cell: ({ organisation }) => (
        <Link to="/bureau/organisations/$organisationId" params={{ organisationId: organisation.id }}>
          {organisation.name}
        </Link>
      ),
    },
    counted('waiting'),
    counted('overdue'),
    counted('lapsed'),
    {
      key: 'answered',
      title: t('silence.answered'),
      definition: t('silence.answeredText'),
      align: 'end',
      plain: rate,
      cell: rate,
    },
  ]
}
