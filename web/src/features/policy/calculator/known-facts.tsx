import type { DecidedFact, Decision } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/dialog/popover.tsx'
import { day } from '../../../ui/format.ts'
import { Shown } from '../values/amount.tsx'

interface KnownFactsProps {
  decision: Decision
  onEdit: (key: string) => void
}

/** What is known so far: from a record with its source and day, or as it was answered here. */
export function KnownFacts({ decision: { facts }, onEdit }: KnownFactsProps) {
  const { t } = useTranslation('policy')
  const known = facts.filter(({ from }) => from !== 'unknown')
  if (!known.length) return null
  return (
    <div>
      <h3>{t('known.title')}</h3>
      <ul className="plain known">
        {known.map((fact) => (
          <li key={fact.key}>
            <span>{nameIn(fact.question)}</span>
            <strong>
              <Shown of={fact.shown ?? ''} />
            </strong>
            <Source of={fact} onEdit={onEdit} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Source({ of: { key, from, on, statedBy, name }, onEdit }: { of: DecidedFact; onEdit: (key: string) => void }) {
  const { t } = useTranslation('policy')
  if (from === 'given')
    return (
      <span className="small quiet">
        {t('known.given')}
        <Button kind="bare" aria-label={t('known.changeOf', { name })} onClick={() => onEdit(key)}>
          {t('known.change')}
        </Button>
      </span>
    )
  return (
    <span className="small quiet">
      {t('known.record', { by: statedBy ?? t('known.platform'), day: on ? day(on) : '-' })}{' '}
      <Popover label={t('known.wrong', { name })} face="?" toLeft>
        {t('known.wrongText')}
      </Popover>
    </span>
  )
}
