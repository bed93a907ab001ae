import type { PaymentDesk } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../../ui/figure.tsx'
import { yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { KEY, payments } from '../queries.ts'
import { Tabs } from '../tabs.tsx'

/** What waits at the payment desk. */
export function PaymentDeskPage() {
  const { t } = useTranslation('payments')
  const query = useQuery({ queryKey: [...KEY, 'desk'], queryFn: () => payments.desk() })
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')}>
      <Tabs />
      <Answer of={query}>
        {(desk) => (
          <>
            {!desk.mayPay && <p className="note warn">{t('desk.mayNotPay')}</p>}
            <div className="tiles">
              <Waiting of={desk} />
              <Clearing of={desk} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}

/** Money on its way, by where it stands. */
function Waiting({ of: desk }: { of: PaymentDesk }) {
  const { t } = useTranslation('payments')
  return (['open', 'drafted', 'sent', 'returned'] as const).map((status) => (
    <Figure
      key={status}
      label={t(`status.${status}`)}
      value={desk[status].count}
      unit={t('desk.rows')}
      definition={t(`desk.text.${status}`)}
      link={
        <>
          <div>{yuan(desk[status].fen)}</div>
          <Link to="/bureau/payments/payables" search={{ status }}>
            {t('desk.look')}
          </Link>
        </>
      }
    />
  ))
}

/** What somebody has to clear. */
function Clearing({ of: desk }: { of: PaymentDesk }) {
  const { t } = useTranslation('payments')
  return (
    <>
      <Figure
        label={t('desk.corrections')}
        value={desk.corrections}
        unit={t('desk.rows')}
        definition={t('desk.text.corrections')}
        link={<Link to="/bureau/payments/accounts">{t('desk.look')}</Link>}
      />
      <Figure
        label={t('desk.listed')}
        value={desk.listed}
        unit={t('desk.rows')}
        definition={t('desk.text.listed')}
        link={<Link to="/bureau/payments/answers">{t('desk.look')}</Link>}
      />
      <Figure
        label={t('desk.recoveries')}
        value={desk.recoveries.count}
        unit={t('desk.rows')}
        definition={t('desk.text.recoveries')}
        link={
          <>
            <div>{t('desk.overdue', { amount: yuan(desk.recoveries.fen), count: desk.recoveries.overdue })}</div>
            <Link to="/bureau/payments/recoveries">{t('desk.look')}</Link>
          </>
        }
      />
    </>
  )
}
