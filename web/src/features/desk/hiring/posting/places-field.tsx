import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useCity } from '../../../../app/city.ts'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Button } from '../../../../ui/button.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { LabelledInput } from '../../../../ui/form/fields/labelled-input.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import type { Named, PlaceValue } from './posting-values.ts'

/** Districts and streets of the city, and whatever place the posting names besides. */
function usePlaceChoices(): readonly Named[] {
  const { values } = useFormState()
  const { data: city } = useCity()
  const own = (city?.districts ?? []).flatMap(({ code, name, streets }) => [
    { code, name: nameIn(name) },
    ...streets.map((street) => ({ code: street.code, name: `${nameIn(name)} ${street.name}` })),
  ])
  const named = ((values['placeNames'] ?? []) as Named[]).filter(({ code }) => !own.some((each) => each.code === code))
  return [...named, ...own]
}

/** Where the work is, and how many people each place takes. */
export function PlacesField() {
  const { t } = useTranslation(['hiring', 'ui'])
  const { values, set, problems } = useFormState()
  const places = (values['places'] ?? []) as PlaceValue[]
  const choices = usePlaceChoices()
  const change = (at: number, part: Partial<PlaceValue>) =>
    set(
      'places',
      places.map((each, index) => (index === at ? { ...each, ...part } : each)),
    )
  return (
    <fieldset className="stack">
      <legend>{t('posting.places')}</legend>
      {places.map((value, at) => (
        <PlaceRow
          key={at}
          value={value}
          choices={choices}
          onChange={(part) => change(at, part)}
          onRemove={() =>
            set(
              'places',
              places.filter((_, index) => index !== at),
            )
          }
        />
      ))}
      <div>
        <Button name="places" onClick={() => set('places', [...places, { place: '', address: '', openings: 1 }])}>
          {t('posting.addPlace')}
        </Button>
      </div>
      <Problem of={problems['places']} />
    </fieldset>
  )
}

interface PlaceRowProps {
  value: PlaceValue
  choices: readonly Named[]
  onChange: (part: Partial<PlaceValue>) => void
  onRemove: () => void
}

function PlaceRow({ value: { place, address, openings }, choices, onChange, onRemove }: PlaceRowProps) {
  const { t } = useTranslation(['hiring', 'ui'])
  const id = useId()
  return (
    <div className="place-row">
      <div className="field">
        <label htmlFor={id}>{t('posting.place')}</label>
        <select
          id={id}
          name="places"
          className="input"
          value={place}
          onChange={(event) => onChange({ place: event.target.value })}
        >
          <option value="">{t('ui:form.choose')}</option>
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <LabelledInput
        label={t('posting.address')}
        maxLength={120}
        value={address}
        onText={(text) => onChange({ address: text })}
      />
      <LabelledInput
        label={t('posting.openings')}
        type="number"
        inputMode="numeric"
        min={1}
        max={9999}
        value={openings || ''}
        onText={(text) => onChange({ openings: Math.round(Number(text)) })}
      />
      <Button kind="bare" onClick={onRemove}>
        {t('ui:form.remove')}
      </Button>
    </div>
  )
}
