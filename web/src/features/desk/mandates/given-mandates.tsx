import { type Mandate } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { dayOf } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { OrganisationName } from '../../registry/organisation-name.tsx'
import { desk, useDeskChanged, useOrganisationId, useOwns } from '../queries.ts'
import { useTerms } from './mandate-columns.tsx'
import { stateOf } from './mandate-state.ts'

/** The agencies this organisation has entrusted, those whose mandate has ended included. */
export function GivenMandates({ of: mandates }: { of: readonly Mandate[] }) {
  const { t } = useTranslation('desk')
  const terms = useTerms()
  const actions = useActions()
  const columns: Column<Mandate>[] = [
    { key: 'agent', title: t('mandates.agent'), cell: ({ agentId }) => <OrganisationName id={agentId} /> },
    ...terms,
    ...(useOwns() ? [actions] : []),
  ]
  return (
    <Card title={t('mandates.given')}>
      {mandates.length ? (
        <DataTable caption={t('mandates.given')} columns={columns} rows={mandates} rowKey={({ id }) => id} />
      ) : (
        <p className="quiet">{t('mandates.noneGiven')}</p>
      )}
    </Card>
  )
}

function useActions(): Column<Mandate> {
  const { t } = useTranslation(['desk', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const today = dayOf(now())
  const withdraw = (mandateId: string) => desk.withdrawMandate({ params: { organisationId, mandateId } }).then(changed)
  const mayEnd = (mandate: Mandate) => ['offered', 'active', 'notYet'].includes(stateOf(mandate, today))
  return {
    key: 'actions',
    title: t('ui:table.actions'),
    cell: (mandate) =>
      mayEnd(mandate) ? (
        <Confirm action={t('mandates.withdraw')} danger onConfirm={() => withdraw(mandate.id)}>
          {t('mandates.withdrawText')}
        </Confirm>
      ) : null,
  }
}
