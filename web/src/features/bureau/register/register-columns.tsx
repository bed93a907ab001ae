import type { Listed } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'

type Row = Listed & { verifiedOn: string | null; closedOn: string | null }

export function useRegisterColumns(): Column<Row>[] {
  const { t } = useTranslation(['bureau', 'registry'])
  const districtName = useDistrictName()
  return [
    {
      key: 'name',
      title: t('registry:directory.name'),
      sort: { rising: 'name', falling: '-name' },
      cell: ({ id, name }) => (
        <Link to="/bureau/organisations/$organisationId" params={{ organisationId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'kind',
      short: true,
      title: t('registry:directory.kind'),
      cell: ({ kind }) => t(`registry:kind.${kind}`),
    },
    { key: 'creditCode', short: true, title: t('registry:directory.creditCode'), cell: ({ creditCode }) => creditCode },
    {
      key: 'district',
      short: true,
      title: t('registry:directory.district'),
      cell: ({ district }) => districtName(district),
    },
    {
      key: 'verifiedOn',
      short: true,
      title: t('register.verified'),
      cell: ({ verifiedOn }) =>
        verifiedOn ? day(verifiedOn) : <Status tone="warn">{t('register.notVerified')}</Status>,
    },
    {
      key: 'standing',
      short: true,
      title: t('registry:directory.standing'),
      definition: t('registry:standing.definition'),
      cell: ({ mayAct, closedOn }) => {
        if (closedOn) return <Status tone="quiet">{t('register.closedOn', { day: day(closedOn) })}</Status>
        return (
          <Status tone={mayAct ? 'good' : 'warn'}>
            {t(mayAct ? 'registry:directory.may' : 'registry:directory.mayNot')}
          </Status>
        )
      },
    },
  ]
}
