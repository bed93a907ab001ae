import { type Mandate } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { dayOf } from '../../../ui/format.ts'
import { Empty } from '../../../ui/state/empty.tsx'
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
  if (!mandates.length)
    return (
      <Empty title={t('mandates.noneGiven')}>
        <p>{t('mandates.noneGivenText')}</p>
      </Empty>
    )
  return <DataTable caption={t('mandates.given')} columns={columns} rows={mandates} rowKey={({ id }) => id} />
}

function useActions(): Column<Mandate> {
  const { t } = useTranslation(['desk', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const today = dayOf(now())
  const withdraw = (mandateId: string) => desk.withdrawMandate({ params: { organisationId, mandateId } }).then(changed)
  const mayEnd = (mandate: Mandate) => ['active', 'notYet'].includes(stateOf(mandate, today))
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
