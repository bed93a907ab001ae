import type { OrganisationProfile, OrganisationRecord } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'

type Complaint = OrganisationProfile['complaints'][number] & Partial<OrganisationRecord['complaints'][number]>

interface ComplaintsProps {
  of: readonly Complaint[]
  /** Officers go on to the case. */
  isOffice?: boolean
}

/** Complaints that were borne out (投诉查实): to the public those that are not made good yet, for so many months. */
export function Complaints({ of: complaints, isOffice = false }: ComplaintsProps) {
  const { t } = useTranslation('registry')
  if (!complaints.length) return null
  const toCase: Column<Complaint> = {
    key: 'case',
    title: t('complaints.case'),
    cell: ({ caseId }) =>
      caseId && (
        <Link to="/bureau/cases/$caseId" params={{ caseId }}>
          {t('complaints.openCase')}
        </Link>
      ),
  }
  const columns: Column<Complaint>[] = [
    { key: 'matter', title: t('complaints.matter'), cell: ({ matter }) => <span lang="zh-CN">{matter}</span> },
    { key: 'recordedOn', short: true, title: t('complaints.recordedOn'), cell: ({ recordedOn }) => day(recordedOn) },
    {
      key: 'publicUntil',
      short: true,
      title: t('complaints.publicUntil'),
      cell: ({ madeGoodOn, publicUntil }) => (madeGoodOn || !publicUntil ? '-' : day(publicUntil)),
    },
    { key: 'status', title: t('complaints.status'), cell: ({ madeGoodOn }) => <MadeGood on={madeGoodOn ?? null} /> },
    ...(isOffice ? [toCase] : []),
  ]
  return (
    <Card title={t('complaints.title')}>
      <p className="quiet">{t('complaints.lead')}</p>
      <DataTable caption={t('complaints.title')} columns={columns} rows={complaints} rowKey={({ id }) => id} />
    </Card>
  )
}

function MadeGood({ on }: { on: string | null }) {
  const { t } = useTranslation('registry')
  return on === null ? (
    <Status tone="warn">{t('complaints.open')}</Status>
  ) : (
    <Status tone="good">{t('complaints.madeGood', { day: day(on) })}</Status>
  )
}
