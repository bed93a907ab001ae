import type { Listed } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { BusinessTypes } from '../business-types.tsx'

/** The columns of the directory. */
export function useListedColumns(): Column<Listed>[] {
  const { t } = useTranslation('registry')
  const districtName = useDistrictName()
  return [
    {
      key: 'name',
      title: t('directory.name'),
      sort: { rising: 'name', falling: '-name' },
      cell: ({ id, name }) => (
        <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'kind', short: true, title: t('directory.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'district', short: true, title: t('directory.district'), cell: ({ district }) => districtName(district) },
    {
      key: 'businessTypes',
      title: t('directory.businessType'),
      cell: ({ businessTypes }) => (businessTypes.length ? <BusinessTypes of={businessTypes} /> : '-'),
    },
    {
      key: 'standing',
      short: true,
      title: t('directory.standing'),
      definition: t('standing.definition'),
      cell: ({ mayAct }) => (
        <Status tone={mayAct ? 'good' : 'warn'}>{t(mayAct ? 'directory.may' : 'directory.mayNot')}</Status>
      ),
    },
  ]
}
