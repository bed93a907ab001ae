import { LicenceKind, OrganisationKind, SizeBand } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useBusinessTypeChoices } from '../../app/city.ts'

/** The words of the register's lists, as choices. */
export function useChoices() {
  const { t } = useTranslation('registry')
  return {
    kinds: OrganisationKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
    businessTypes: useBusinessTypeChoices(),
    sizes: SizeBand.options.map((value) => ({ value, label: t(`size.${value}`) })),
    licenceKinds: LicenceKind.options.map((value) => ({ value, label: t(`licenceKind.${value}`) })),
    standings: (['may', 'mayNot'] as const).map((value) => ({ value, label: t(`directory.${value}`) })),
  }
}
