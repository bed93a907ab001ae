import type { UnmetFilter } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { number } from '../../../ui/format.ts'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { jobs } from './queries.ts'

type Row = UnmetFilter & { id: string }

/** What searches were narrowed by that found little; each line leads to what is found with it now. */
export function UnmetFilters() {
  const { t } = useTranslation('market')
  const columns = useColumns()
  const list = usePages<Row>(['bureau', 'searches', 'filters'], async (cursor) => {
    const page = await jobs.unmetFilters({ query: { cursor, limit: 20 } })
    return { ...page, items: page.items.map((each) => ({ ...each, id: `${each.kind} ${each.code}` })) }
  })
  return (
    <section className="stack">
      <div className="row">
        <h2>{t('unmet.filters')}</h2>
        <ExportButton name={t('unmet.filters')} columns={columns} rows={list} />
      </div>
      <p className="quiet">{t('unmet.filtersLead')}</p>
      <PagedTable
        of={list}
        caption={t('unmet.filters')}
        columns={columns}
        empty={<Empty title={t('unmet.noFilters')} />}
      />
    </section>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('market')
  return [
    {
      key: 'kind',
      title: t('unmet.kind'),
      short: true,
      plain: ({ kind }) => t(`unmet.kinds.${kind}`),
      cell: ({ kind }) => t(`unmet.kinds.${kind}`),
    },
    {
      key: 'name',
      title: t('unmet.value'),
      plain: ({ name }) => name,
      cell: ({ kind, code, name }) => (
        <Link to="/jobs" search={{ [kind]: code }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'little',
      title: t('unmet.littleTimes'),
      definition: t('unmet.littleTimesText'),
      align: 'end',
      plain: ({ little }) => little,
      cell: ({ little }) => number(little),
    },
    {
      key: 'times',
      title: t('unmet.times'),
      definition: t('unmet.filterTimesText'),
      align: 'end',
      plain: ({ times }) => times,
      cell: ({ times }) => number(times),
    },
    {
      key: 'share',
      title: t('unmet.share'),
      definition: t('unmet.shareText'),
      align: 'end',
      plain: ({ little, times }) => Math.round((100 * little) / times) / 100,
      cell: ({ little, times }) => t('unmet.percent', { share: number(Math.round((100 * little) / times)) }),
    },
  ]
}
