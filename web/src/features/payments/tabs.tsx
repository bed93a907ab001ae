import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const ROOMS = [
  '/bureau/payments',
  '/bureau/payments/payables',
  '/bureau/payments/batches',
  '/bureau/payments/answers',
  '/bureau/payments/accounts',
  '/bureau/payments/recoveries',
  '/bureau/payments/findings',
  '/bureau/payments/reconciliation',
] as const

/** The rooms of the payment desk, in the order in which money goes. */
export function Tabs() {
  const { t } = useTranslation('payments')
  return (
    <nav className="tabs" aria-label={t('desk.title')}>
      {ROOMS.map((to) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/bureau/payments', includeSearch: false }}>
          {t(`rooms.${to}`)}
        </Link>
      ))}
    </nav>
  )
}
