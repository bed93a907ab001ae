import type { Staleness } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../ui/format.ts'

/** Why a policy should be looked at again before one relies on it. */
export function StaleNotes({ of }: { of: readonly Staleness[] }) {
  const { t } = useTranslation('policy')
  if (!of.length) return null
  return (
    <ul className="plain reasons small">
      {of.map(({ kind, day: on, of: name }) => (
        <li key={`${kind} ${name} ${on}`} className="missing">
          {t(`stale.${kind}`, { name: name ?? t('stale.itself'), day: day(on) })}
        </li>
      ))}
    </ul>
  )
}
