import { type Mandate } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { Card } from '../../../ui/card.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { OrganisationName } from '../../registry/organisation-name.tsx'
import { DeskName } from '../desk-name.tsx'
import { useTerms } from './mandate-columns.tsx'

/** The clients who entrusted this organisation. */
export function ReceivedMandates({ of: mandates }: { of: readonly Mandate[] }) {
  const { t } = useTranslation('desk')
  const terms = useTerms()
  const columns: Column<Mandate>[] = [
    { key: 'principal', title: t('mandates.principal'), cell: ({ principalId }) => <Client id={principalId} /> },
    ...terms,
  ]
  return (
    <Card title={t('mandates.received')}>
      {mandates.length ? (
        <DataTable caption={t('mandates.received')} columns={columns} rows={mandates} rowKey={({ id }) => id} />
      ) : (
        <p className="quiet">{t('mandates.noneReceived')}</p>
      )}
    </Card>
  )
}

/** A client by name: leading to its desk where the person may act there, else to its public page. */
function Client({ id }: { id: string }) {
  const { data: me } = useMe()
  if (!me?.memberships.some(({ organisationId }) => organisationId === id)) return <OrganisationName id={id} />
  return (
    <Link to="/desk/$organisationId" params={{ organisationId: id }}>
      <DeskName id={id} />
    </Link>
  )
}
