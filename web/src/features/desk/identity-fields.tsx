import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../app/city.ts'
import { ChoiceField } from '../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../ui/form/fields/text-field.tsx'

/** What an organisation or a branch is on its licence: name, code, district, address. */
export function IdentityFields() {
  const { t } = useTranslation(['desk', 'registry'])
  const districts = useDistrictChoices()
  return (
    <>
      <TextField name="name" label={t('register.name')} hint={t('register.nameHint')} maxLength={120} />
      <TextField
        name="creditCode"
        label={t('registry:directory.creditCode')}
        hint={t('register.creditCodeHint')}
        maxLength={40}
      />
      <ChoiceField name="district" label={t('registry:directory.district')} choices={districts} />
      <TextField name="address" label={t('register.address')} maxLength={200} />
    </>
  )
}
