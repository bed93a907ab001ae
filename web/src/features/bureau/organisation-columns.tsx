import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import type { Column } from '../../ui/table/columns.ts'

interface OfOrganisation {
  organisationId: string
  name: string
  district: string
}

/** Whose a row is: the organisation, which opens, and its district. */
export function useOrganisationColumns<T extends OfOrganisation>(): { name: Column<T>; district: Column<T> } {
  const { t } = useTranslation('registry')
  const districtName = useDistrictName()
  return {
    name: {
      key: 'name',
      title: t('directory.name'),
      plain: ({ name }) => name,
      cell: ({ organisationId, name }) => (
        <Link to="/bureau/organisations/$organisationId" params={{ organisationId }}>
          {name}
        </Link>
      ),
    },
    district: {
      key: 'district',
      title: t('directory.district'),
      plain: ({ district }) => districtName(district),
      cell: ({ district }) => districtName(district),
    },
  }
}
