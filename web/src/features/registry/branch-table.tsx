import type { OrganisationProfile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { day } from '../../ui/format.ts'
import { Status } from '../../ui/status.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import type { Column } from '../../ui/table/columns.ts'

type Branch = ReturnType<typeof OrganisationProfile.parse>['branches'][number]

/** The branches an agency has reported. */
export function BranchTable({ branches }: { branches: readonly Branch[] }) {
  const { t } = useTranslation('registry')
  const districtName = useDistrictName()
  const columns: Column<Branch>[] = [
    { key: 'name', title: t('directory.name'), cell: ({ name }) => name },
    { key: 'district', short: true, title: t('directory.district'), cell: ({ district }) => districtName(district) },
    { key: 'address', title: t('directory.address'), cell: ({ address }) => address },
    {
      key: 'openedOn',
      short: true,
      title: t('profile.openedOn'),
      cell: ({ openedOn }) => (openedOn ? day(openedOn) : '-'),
    },
    {
      key: 'reportedOn',
      short: true,
      title: t('profile.reportedOn'),
      cell: ({ reportedOn, late }) => (
        <>
          {day(reportedOn)} {late && <Status tone="warn">{t('profile.late')}</Status>}
        </>
      ),
    },
  ]
  return <DataTable caption={t('profile.branches')} columns={columns} rows={branches} rowKey={({ id }) => id} />
}
