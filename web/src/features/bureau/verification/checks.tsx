import type { Check } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Status } from '../../../ui/status.tsx'

/** What was looked at automatically, so that the officer looks at the rest. */
export function Checks({ of: checks }: { of: readonly ReturnType<typeof Check.parse>[] }) {
  const { t } = useTranslation(['bureau', 'ui'])
  return (
    <Card title={t('checks.title')}>
      <ul className="plain stack">
        {checks.map(({ check, passed, found }) => (
          <li key={check} className="row">
            <Status tone={passed ? 'good' : 'warn'}>{t(passed ? 'checks.passed' : 'checks.look')}</Status>
            <span>{t(`checks.${check}`)}</span>
            {found.length > 0 && <span className="small quiet">{found.join(t('ui:comma'))}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
