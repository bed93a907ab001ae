import { type Mandate } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { useMe } from '../../../app/session.ts'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { dayOf } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { OrganisationName } from '../../registry/organisation-name.tsx'
import { DeskName } from '../desk-name.tsx'
import { desk, useDeskChanged, useOrganisationId, useOwns } from '../queries.ts'
import { useTerms } from './mandate-columns.tsx'
import { stateOf } from './mandate-state.ts'

/** The clients who entrusted this organisation. */
export function ReceivedMandates({ of: mandates }: { of: readonly Mandate[] }) {
  const { t } = useTranslation('desk')
  const terms = useTerms()
  const actions = useAnswers()
  const columns: Column<Mandate>[] = [
    { key: 'principal', title: t('mandates.principal'), cell: ({ principalId }) => <Client id={principalId} /> },
    ...terms,
    ...(useOwns() ? [actions] : []),
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

/** What an owner of the agency answers: accept or decline an offer, lay down what was accepted. */
function useAnswers(): Column<Mandate> {
  const { t } = useTranslation(['desk', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const client = useQueryClient()
  const today = dayOf(now())
  const paramsOf = ({ id }: Mandate) => ({ params: { organisationId, mandateId: id } })
  const answer = async (work: Promise<unknown>) => {
    await work
    // The client's desk opens or closes with it.
    await client.invalidateQueries({ queryKey: ['me'] })
    await changed()
  }
  const decline = (mandate: Mandate) => () => answer(desk.declineMandate(paramsOf(mandate)))
  return {
    key: 'actions',
    title: t('ui:table.actions'),
    cell: (mandate) => {
      const state = stateOf(mandate, today)
      if (state === 'active' || state === 'notYet')
        return (
          <Confirm action={t('mandates.layDown')} danger onConfirm={decline(mandate)}>
            {t('mandates.layDownText')}
          </Confirm>
        )
      if (state !== 'offered') return null
      return (
        <span className="row">
          <Confirm action={t('mandates.accept')} onConfirm={() => answer(desk.acceptMandate(paramsOf(mandate)))}>
            {t('mandates.acceptText')}
          </Confirm>
          <Confirm action={t('mandates.decline')} danger onConfirm={decline(mandate)}>
            {t('mandates.declineText')}
          </Confirm>
        </span>
      )
    },
  }
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
