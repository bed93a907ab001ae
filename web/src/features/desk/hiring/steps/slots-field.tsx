import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { LabelledInput } from '../../../../ui/form/fields/labelled-input.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import { fieldOf, instantOf } from './slot-time.ts'

export interface SlotValue {
  startsAt: string
  minutes: number
  place: string
  online: boolean
}
const MOST = 10
export const EMPTY_SLOT: SlotValue = { startsAt: '', minutes: 30, place: '', online: false }

/** Several times to choose from; the person books one of them. */
export function SlotsField() {
  const { t } = useTranslation(['hiring', 'ui'])
  const { values, set, problems } = useFormState()
  const slots = (values['slots'] ?? []) as SlotValue[]
  const change = (at: number, part: Partial<SlotValue>) =>
    set(
      'slots',
      slots.map((each, index) => (index === at ? { ...each, ...part } : each)),
    )
  const remove = (at: number) =>
    set(
      'slots',
      slots.filter((_, index) => index !== at),
    )
  return (
    <fieldset className="stack">
      <legend>{t('slots.legend')}</legend>
      <p className="small quiet">{t('slots.zone')}</p>
      {slots.map((slot, at) => (
        <SlotRow
          key={at}
          slot={slot}
          number={at + 1}
          onChange={(part) => change(at, part)}
          onRemove={() => remove(at)}
        />
      ))}
      <div>
        <Button
          disabled={slots.length >= MOST}
          onClick={() => set('slots', [...slots, { ...EMPTY_SLOT, place: slots.at(-1)?.place ?? '' }])}
        >
          {t('slots.add')}
        </Button>
      </div>
      <Problem of={problems['slots'] && t('slots.incomplete')} />
    </fieldset>
  )
}

interface SlotRowProps {
  slot: SlotValue
  number: number
  onChange: (part: Partial<SlotValue>) => void
  onRemove: () => void
}

function SlotRow({ slot, number, onChange, onRemove }: SlotRowProps) {
  const { t } = useTranslation(['hiring', 'ui'])
  return (
    <fieldset className="stack">
      <legend className="small">{t('slots.number', { number })}</legend>
      <LabelledInput
        label={t('slots.at')}
        name="slots"
        type="datetime-local"
        value={fieldOf(slot.startsAt)}
        onText={(text) => onChange({ startsAt: instantOf(text) })}
      />
      <LabelledInput
        label={t('slots.minutes')}
        type="number"
        inputMode="numeric"
        min={10}
        max={480}
        step={5}
        value={slot.minutes || ''}
        onText={(text) => onChange({ minutes: Math.round(Number(text)) })}
      />
      <LabelledInput
        label={t('slots.place')}
        maxLength={200}
        value={slot.place}
        onText={(text) => onChange({ place: text })}
      />
      <label className="check">
        <input type="checkbox" checked={slot.online} onChange={(event) => onChange({ online: event.target.checked })} />
        {t('slots.online')}
      </label>
      <div>
        <Button kind="bare" onClick={onRemove}>
          {t('ui:form.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
