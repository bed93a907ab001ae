import type { Payable } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { day, yuan } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PAYABLE_TONE } from '../tones.ts'

/** A payment due in a list. */
export function usePayableColumns(): Column<Payable>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'payee',
      title: t('payable.payee'),
      plain: ({ payee }) => payee.name,
      cell: ({ id, payee }) => (
        <Link to="/bureau/payments/payables/$payableId" params={{ payableId: id }}>
          {payee.name}
        </Link>
      ),
    },
    {
      key: 'title',
      title: t('payable.title'),
      plain: ({ title }) => nameIn(title),
      cell: ({ title, period }) => (
        <>
          {nameIn(title)} <span className="small quiet">{period}</span>
        </>
      ),
    },
    {
      key: 'amount',
      title: t('payable.amount'),
      align: 'end',
      plain: ({ amountFen }) => amountFen / 100,
      cell: ({ amountFen }) => yuan(amountFen),
    },
    {
      key: 'status',
      title: t('payable.status'),
      plain: ({ status }) => t(`status.${status}`),
      cell: ({ status, reason, reversedOn }) => (
        <>
          <Status tone={PAYABLE_TONE[status]}>{t(`status.${status}`)}</Status>
          {reason && <div className="small">{reason}</div>}
          {reversedOn && <div className="small">{t('payable.reversed', { day: day(reversedOn) })}</div>}
        </>
      ),
    },
    ...useFurtherColumns(),
  ]
}

/** Where the money goes, and when it was decided and paid. */
function useFurtherColumns(): Column<Payable>[] {
  const { t } = useTranslation('payments')
  const districtName = useDistrictName()
  return [
    {
      key: 'account',
      title: t('payable.account'),
      cell: ({ account }) => (account ? `${account.masked} ${account.bank}` : t('payable.noAccount')),
    },
    {
      key: 'district',
      title: t('payable.district'),
      short: true,
      plain: ({ district }) => districtName(district),
      cell: ({ district }) => districtName(district) || '-',
    },
    {
      key: 'decided',
      title: t('payable.decidedOn'),
      short: true,
      plain: ({ decidedOn }) => decidedOn,
      cell: ({ decidedOn }) => day(decidedOn),
    },
    {
      key: 'paid',
      title: t('payable.paidOn'),
      short: true,
      plain: ({ paidOn }) => paidOn,
      cell: ({ paidOn }) => (paidOn ? day(paidOn) : '-'),
    },
  ]
}
