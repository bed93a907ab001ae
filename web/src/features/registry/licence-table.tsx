import type { OrganisationProfile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../ui/format.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { BusinessTypes } from './business-types.tsx'

type PublicLicence = ReturnType<typeof OrganisationProfile.parse>['licences'][number]

interface LicenceTableProps<T> {
  licences: readonly T[]
  /** Columns of desks beside the public ones. */
  more?: readonly Column<T>[]
}

/** Licences and filings as the law has them shown. */
export function LicenceTable<T extends PublicLicence>({ licences, more = [] }: LicenceTableProps<T>) {
  const { t } = useTranslation('registry')
  const columns: Column<T>[] = [
    { key: 'kind', short: true, title: t('directory.kind'), cell: ({ kind }) => t(`licenceKind.${kind}`) },
    { key: 'number', title: t('profile.number'), cell: ({ number }) => number },
    { key: 'covers', title: t('profile.covers'), cell: ({ covers }) => <BusinessTypes of={covers} /> },
    { key: 'issuedBy', title: t('profile.issuedBy'), cell: ({ issuedBy }) => issuedBy },
    {
      key: 'valid',
      title: t('profile.valid'),
      cell: ({ validFrom, validUntil }) =>
        t('profile.fromTo', { from: day(validFrom), until: validUntil ? day(validUntil) : t('profile.noEnd') }),
    },
    ...more,
  ]
  if (!licences.length) return <p className="quiet">{t('profile.noLicences')}</p>
  return (
    <DataTable
      caption={t('profile.licences')}
      columns={columns}
      rows={licences}
      rowKey={({ kind, number }) => `${kind} ${number}`}
    />
  )
}
