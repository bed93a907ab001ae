import type { WaitingLicence } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { day } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { BusinessTypes } from '../../registry/business-types.tsx'
import { LicenceDecision } from './licence-decision.tsx'
import { bureau } from '../queries.ts'

type Row = ReturnType<typeof WaitingLicence.parse>

/** Licences and filings that agencies have proposed and nobody has confirmed yet. */
export function LicencesPage() {
  const { t } = useTranslation('bureau')
  const [opened, setOpened] = useState<Row | null>(null)
  const columns = useColumns(setOpened)
  const list = usePages(['bureau', 'licences'], (cursor) => bureau.waitingLicences({ query: { cursor, limit: 100 } }))
  return (
    <Page title={t('rooms./bureau/licences')} lead={t('licences.lead')}>
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <DataTable
              caption={t('rooms./bureau/licences')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              chosen={opened?.id ?? null}
              foot={<PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />}
            />
          ) : (
            <Empty title={t('licences.none')}>
              <p>{t('licences.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
      {opened && <LicenceDecision key={opened.id} licence={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function useColumns(onOpen: (row: Row) => void): Column<Row>[] {
  const { t } = useTranslation(['bureau', 'registry'])
  const districtName = useDistrictName()
  return [
    {
      key: 'name',
      title: t('registry:directory.name'),
      cell: (row) => (
        <Button kind="bare" onClick={() => onOpen(row)}>
          {row.name}
        </Button>
      ),
    },
    { key: 'kind', title: t('registry:directory.kind'), cell: ({ kind }) => t(`registry:licenceKind.${kind}`) },
    { key: 'number', title: t('registry:profile.number'), cell: ({ number }) => number },
    { key: 'covers', title: t('registry:profile.covers'), cell: ({ covers }) => <BusinessTypes of={covers} /> },
    {
      key: 'valid',
      title: t('registry:profile.valid'),
      cell: ({ validFrom, validUntil }) =>
        t('registry:profile.fromTo', {
          from: day(validFrom),
          until: validUntil ? day(validUntil) : t('registry:profile.noEnd'),
        }),
    },
    { key: 'district', title: t('registry:directory.district'), cell: ({ district }) => districtName(district) },
  ]
}
