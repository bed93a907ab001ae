import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import { KEY, payments } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { PAYABLE_TONE } from '../tones.ts'

/** What looks paid twice, or paid without a ground. */
export function FindingsPage() {
  const { t } = useTranslation('payments')
  const query = useQuery({ queryKey: [...KEY, 'findings'], queryFn: () => payments.findings() })
  return (
    <Page title={t('rooms./bureau/payments/findings')} lead={t('finding.lead')}>
      <Tabs />
      <Answer of={query}>
        {({ items, more }) => (
          <>
            {items.length === 0 && <Empty title={t('finding.none')} />}
            {items.map(({ rule, policy, period, payables, excessFen }) => (
              <Card
                key={`${rule} ${policy} ${period} ${payables[0]?.id}`}
                title={t('finding.title', { rule: t(`finding.rule.${rule}`), excess: yuan(excessFen) })}
              >
                <ul className="plain stack">
                  {payables.map(({ id, payee, title, amountFen, status }) => (
                    <li key={id} className="row">
                      <Link to="/bureau/payments/payables/$payableId" params={{ payableId: id }}>
                        {payee.name}
                      </Link>
                      <span>{`${nameIn(title)} ${period} ${yuan(amountFen)}`}</span>
                      <Status tone={PAYABLE_TONE[status]}>{t(`status.${status}`)}</Status>
                    </li>
                  ))}
                </ul>
              </Card>
            ))}
            {more && <p className="quiet">{t('finding.more')}</p>}
          </>
        )}
      </Answer>
    </Page>
  )
}
