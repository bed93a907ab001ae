import type { ServiceDetail } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { Basis } from './basis.tsx'
import { useClockLength } from './clock-length.ts'
import type { ServiceClock } from './parts.ts'

/** How long each part may take, by which law, and what happens when it takes longer. */
export function Clocks({ of: { clocks } }: { of: ServiceDetail }) {
  const { t } = useTranslation('services')
  if (!clocks.length) return null
  return (
    <Card title={t('guide.limits')}>
      <ul className="plain stack">
        {clocks.map((clock) => (
          <Clock key={clock.id} of={clock} />
        ))}
      </ul>
      <p className="small quiet">{t('guide.limitsText')}</p>
    </Card>
  )
}

function Clock({ of: clock }: { of: ServiceClock }) {
  const { t } = useTranslation('services')
  const length = useClockLength()
  return (
    <li>
      {nameIn(clock.name)} <strong>{length(clock)}</strong> <Basis of={clock.basis} />
      {clock.escalateTo && (
        <div className="small quiet">{t('guide.escalates', { role: t(`role.${clock.escalateTo}`) })}</div>
      )}
    </li>
  )
}
