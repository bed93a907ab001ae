import { MonthlyPay } from '@renshu/contracts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '../field.tsx'
import { useFormState } from '../form.tsx'
import { Problem } from '../problem.tsx'

const yuanOf = (fen: number | undefined) => (fen === undefined ? '' : String(Math.round(fen / 100)))

const isCrossed = ({ min, max }: MonthlyPay): boolean => min !== undefined && max !== undefined && min > max

/** Whether it can be sent as it stands. */
export const isRightPay = (pay: MonthlyPay | null | undefined): boolean => !pay || MonthlyPay.safeParse(pay).success

interface PayInputsProps extends FieldProps {
  problem: string | undefined
  pay: MonthlyPay | null
  onChange: (pay: MonthlyPay | null) => void
}

/** Monthly pay in yuan, from and to, kept in fen; both sides empty is null. `name` is the field of the form it is part of. */
export function PayInputs({ name, label, hint, problem, pay: said, onChange }: PayInputsProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const pay = said ?? {}
  const change = (side: 'min' | 'max', text: string) => {
    const { [side]: _, ...other } = pay
    const next: MonthlyPay = text === '' ? other : { ...other, [side]: Math.round(Number(text)) * 100 }
    onChange(Object.keys(next).length ? next : null)
  }
  const input = (side: 'min' | 'max') => (
    <input
      className="input"
      type="number"
      inputMode="numeric"
      name={name}
      min={0}
      step={100}
      aria-label={t(`pay.${side}`)}
      aria-invalid={problem !== undefined}
      aria-describedby={`${id}-more`}
      value={yuanOf(pay[side])}
      onChange={(event) => change(side, event.target.value)}
    />
  )
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="pay-field">
        {input('min')}
        <span aria-hidden="true">–</span>
        {input('max')}
        <span>{t('pay.unit')}</span>
      </div>
      <div id={`${id}-more`} className="field">
        {hint && <div className="hint">{hint}</div>}
        <Problem of={problem && (isCrossed(pay) ? t('pay.crossed') : problem)} />
      </div>
    </fieldset>
  )
}

/** Pay as a field of its own. */
export function PayField(field: FieldProps) {
  const { values, set, problems } = useFormState()
  const pay = (values[field.name] ?? null) as MonthlyPay | null
  const { name } = field
  return <PayInputs {...field} problem={problems[name]} pay={pay} onChange={(next) => set(name, next)} />
}
