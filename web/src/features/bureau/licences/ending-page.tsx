import type { EndingLicence } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../../ui/state/empty.tsx'
import { day } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useOrganisationColumns } from '../organisation-columns.tsx'
import { bureau } from '../queries.ts'

/** Licences and filings that end soon and that nothing continues yet. */
export function EndingPage() {
  const { t } = useTranslation('bureau')
  const columns = useColumns()
  const list = usePages(['bureau', 'ending'], (cursor) => bureau.endingLicences({ query: { cursor, limit: 100 } }))
  return (
    <Page title={t('ending.title')} lead={t('ending.lead')}>
      <PagedTable
        of={list}
        caption={t('ending.title')}
        columns={columns}
        empty={
          <Empty title={t('ending.none')}>
            <p>{t('ending.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function useColumns(): Column<EndingLicence>[] {
  const { t } = useTranslation(['bureau', 'registry'])
  const { name, district } = useOrganisationColumns<EndingLicence>()
  return [
    name,
    {
      key: 'validUntil',
      short: true,
      title: t('ending.lastDay'),
      plain: ({ validUntil }) => validUntil,
      cell: ({ validUntil }) => day(validUntil),
    },
    {
      key: 'daysLeft',
      short: true,
      title: t('ending.left'),
      plain: ({ daysLeft }) => String(daysLeft),
      cell: ({ daysLeft }) => (daysLeft === 0 ? t('ending.today') : t('ending.days', { left: daysLeft })),
    },
    { key: 'kind', title: t('registry:directory.kind'), cell: ({ kind }) => t(`registry:licenceKind.${kind}`) },
    { key: 'number', title: t('registry:profile.number'), cell: ({ number }) => number },
    district,
  ]
}
