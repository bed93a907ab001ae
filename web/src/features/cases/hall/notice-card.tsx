import type { CaseNotice } from '@renshu/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'

/** A public notice: what its definition makes public, and how long. */
export function NoticeCard({ of: notice, children }: { of: CaseNotice; children?: ReactNode }) {
  const { t } = useTranslation('services')
  // Months say their unit themselves.
  const shownAmount = (amount: string) => (/\d$/.test(amount) ? t('yuan', { amount }) : amount)
  return (
    <li className="card stack">
      <div className="row spread">
        <h2>{nameIn(notice.service.title)}</h2>
        <Status tone={notice.open ? 'warn' : 'quiet'}>{notice.open ? nameIn(notice.stage) : t('notices.over')}</Status>
      </div>
      <Facts
        of={[
          ...notice.facts.map(({ label, shown }) => [nameIn(label), shown] as const),
          [t('notices.amount'), notice.amount && shownAmount(notice.amount)],
          [t('notices.place'), nameIn(notice.decision.name)],
          [t('notices.from'), day(notice.from)],
          [t('notices.until'), notice.until ? day(notice.until) : notice.open && t('notices.untilOpen')],
        ]}
      />
      {children}
    </li>
  )
}
