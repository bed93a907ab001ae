import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../app/city.ts'
import { CheckField } from '../../ui/form/fields/check-field.tsx'
import { ChoiceField } from '../../ui/form/fields/choice-field.tsx'

/** Where an officer decides, and whether as an administrator. */
export function RightsFields() {
  const { t } = useTranslation('city')
  const districts = useDistrictChoices()
  return (
    <>
      <ChoiceField name="district" label={t('officers.scope')} none={t('officers.wholeCity')} choices={districts} />
      <CheckField name="administrator" label={t('officers.administratorText')} />
    </>
  )
}
