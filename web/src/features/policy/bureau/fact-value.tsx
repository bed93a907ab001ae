import type { FactType, PlainValue } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { LabelledInput } from '../../../ui/form/fields/labelled-input.tsx'
import { Problem } from '../../../ui/form/problem.tsx'
import { readTyped } from '../values/typed.ts'

/** What a value has to be; null: words. */
export interface ValueKind {
  type: ReturnType<typeof FactType.parse> | null
  options: readonly string[]
}

interface FactValueProps {
  of: ValueKind
  label: string
  text: string
  problem: string | undefined
  /** Said where nothing is chosen. */
  none: string
  onText: (text: string) => void
}

/** One value of a fact or a record: chosen where few are possible, else typed. */
export function FactValue({ of: { type, options }, label, text, problem, none, onText }: FactValueProps) {
  const { t } = useTranslation(['entitlements', 'ui'])
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: t('ui:yes') },
          { value: 'false', label: t('ui:no') },
        ]
      : options.map((value) => ({ value, label: value, lang: 'zh-CN' }))
  return (
    <div>
      {choices.length ? (
        <ChoiceFilter label={label} value={text} onChange={onText} all={none} choices={choices} />
      ) : (
        <LabelledInput
          label={type ? `${label} (${t(`entitlements:unit.${type}`)})` : label}
          type={type === 'date' ? 'date' : 'text'}
          value={text}
          name="value"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          onText={onText}
        />
      )}
      <Problem of={problem} />
    </div>
  )
}

/** The value as the contract takes it; null while it cannot be read. */
export function valueOf({ type, options }: ValueKind, text: string): PlainValue | null {
  if (type === 'boolean') return text === '' ? null : text === 'true'
  if (options.length) return text === '' ? null : type === 'list' ? [text] : text
  // Names, accounts and districts are words.
  return type === null ? text.trim() || null : readTyped(type, text)
}
