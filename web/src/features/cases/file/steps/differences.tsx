import type { CaseDifference } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { RadioField } from '../../../../ui/form/fields/radio-field.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { day } from '../../../../ui/format.ts'
import { choiceName, keepName } from './step-values.ts'

/** Facts that are not as their records say now: each is taken, or kept with a reason. */
export function Differences({ of: differences }: { of: readonly CaseDifference[] }) {
  const { t } = useTranslation('cases')
  if (!differences.length) return null
  return (
    <div className="note warn stack">
      <p>{t('differences.text')}</p>
      {differences.map((difference) => (
        <Difference key={difference.key} of={difference} />
      ))}
    </div>
  )
}

function Difference({ of: { key, label, wasShown, now, nowShown, on } }: { of: CaseDifference }) {
  const { t } = useTranslation('cases')
  const { values } = useFormState()
  const take = {
    value: 'take',
    label: t('differences.take', { value: nowShown ?? '' }),
    text: t('differences.takeText', { day: day(on) }),
  }
  const keep = { value: 'keep', label: t('differences.keep', { value: wasShown }), text: t('differences.keepText') }
  return (
    <>
      <RadioField
        name={choiceName(key)}
        label={t('differences.changed', { label: nameIn(label), was: wasShown, now: nowShown ?? t('facts.nothing') })}
        choices={now === null ? [keep] : [take, keep]}
      />
      {values[choiceName(key)] === 'keep' && (
        <TextField name={keepName(key)} label={t('differences.why')} maxLength={500} />
      )}
    </>
  )
}
