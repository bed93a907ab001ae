import type { Talent } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useCity, useDistrictChoices } from '../../../app/city.ts'
import { ChecksField } from '../../../ui/form/fields/checks-field.tsx'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { useFormState } from '../../../ui/form/form.tsx'

/** Districts to work in, and whatever place the profile names besides. */
export function PlacesField({ places }: { places: Talent['places'] }) {
  const { t } = useTranslation('seeker')
  const districts = useDistrictChoices()
  const others = places
    .filter(({ place }) => !districts.some(({ value }) => value === place))
    .map(({ place, name }) => ({ value: place, label: name }))
  return (
    <ChecksField
      name="places"
      label={t('profile.places')}
      hint={t('profile.placesHint')}
      choices={[...districts, ...others]}
    />
  )
}

/** Where the person lives, to the street: from there the way to work is reckoned. */
export function HomeField() {
  const { t } = useTranslation('seeker')
  const { values, set } = useFormState()
  const districts = useDistrictChoices()
  const { data: city } = useCity()
  const home = String(values['home'] ?? '')
  const streets = city?.districts.find(({ code }) => code === home.slice(0, 6))?.streets ?? []
  return (
    <>
      <ChoiceFilter
        label={t('profile.home')}
        value={home.slice(0, 6)}
        onChange={(value) => set('home', value)}
        choices={districts}
        all={t('profile.notSaid')}
      />
      {streets.length > 0 && (
        <ChoiceFilter
          label={t('profile.street')}
          value={home.length === 9 ? home : ''}
          onChange={(value) => set('home', value || home.slice(0, 6))}
          choices={streets.map(({ code, name }) => ({ value: code, label: name }))}
          all={t('profile.notSaid')}
        />
      )}
    </>
  )
}
