import type { FieldValue, FormField } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import type { Conflict } from './unsaved.ts'

interface ConflictsProps {
  of: readonly Conflict[]
  fields: readonly FormField[]
  onSettle: (key: string, value: FieldValue | null) => void
}

/** Two devices answered differently: both answers are shown, one is chosen, nothing is lost. */
export function Conflicts({ of: conflicts, fields, onSettle }: ConflictsProps) {
  const { t } = useTranslation('cases')
  if (!conflicts.length) return null
  return (
    <div className="note warn stack" role="alert">
      <p>{t('form.conflict')}</p>
      <ul className="plain stack">
        {conflicts.map(({ key, stored, sent }) => (
          <li key={key} className="stack">
            <strong>{nameIn(fields.find((field) => field.key === key)?.label ?? { zh: key, en: key })}</strong>
            <div className="row">
              <Button onClick={() => onSettle(key, sent)}>
                {t('form.takeMine', { value: shown(sent, t('form.empty')) })}
              </Button>
              <Button onClick={() => onSettle(key, stored)}>
                {t('form.takeOther', { value: shown(stored, t('form.empty')) })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

const shown = (value: FieldValue | null, empty: string): string =>
  value === null || value === '' ? empty : String(value)
