import { type ProfileBody, ShiftKind } from '@renshu/contracts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormState } from '../../../ui/form/form.tsx'

type Refuses = ProfileBody['refuses']

/** Shifts and employers one does not want: such postings are never recommended. */
export function RefusesField() {
  const { t } = useTranslation(['seeker', 'work'])
  const { values, set } = useFormState()
  const refuses = values['refuses'] as Refuses
  const id = useId()
  const [employers, setEmployers] = useState(refuses.employers.join('、'))
  const toggle = (shift: ShiftKind) =>
    set('refuses', {
      ...refuses,
      shifts: refuses.shifts.includes(shift)
        ? refuses.shifts.filter((each) => each !== shift)
        : [...refuses.shifts, shift],
    })
  const name = (text: string) => {
    setEmployers(text)
    const names = text.split(/[,，、;；\n]+/).map((each) => each.trim())
    set('refuses', { ...refuses, employers: names.filter(Boolean) })
  }
  return (
    <fieldset className="stack">
      <legend>{t('profile.refuses')}</legend>
      <div className="checks">
        {ShiftKind.options.map((shift) => (
          <label key={shift} className="check">
            <input type="checkbox" checked={refuses.shifts.includes(shift)} onChange={() => toggle(shift)} />
            {t(`work:shift.${shift}`)}
          </label>
        ))}
      </div>
      <div className="field">
        <label htmlFor={id}>{t('profile.refusedEmployers')}</label>
        <input id={id} className="input" value={employers} onChange={(event) => name(event.target.value)} />
        <div className="hint">{t('profile.refusedEmployersHint')}</div>
      </div>
    </fieldset>
  )
}
