import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { now } from '../../../../app/clock.ts'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { dayOf } from '../../../../ui/format.ts'
import { registry } from '../../../registry/directory/directory.ts'
import { stateOf } from '../../mandates/mandate-state.ts'
import { desk, useOrganisationId } from '../../queries.ts'

/** Clients whose mandate for recruiting is in force, by name. */
const useClients = (organisationId: string) =>
  useQuery({
    queryKey: ['desk', organisationId, 'clients'],
    queryFn: async () => {
      const { received } = await desk.listMandates({ params: { organisationId } })
      const today = dayOf(now())
      const current = received.filter(
        (each) => each.purposes.includes('recruiting') && stateOf(each, today) === 'active',
      )
      const ids = [...new Set(current.map(({ principalId }) => principalId))]
      return Promise.all(
        ids.map(async (id) => ({
          value: id,
          label: (await registry.profile({ params: { organisationId: id } })).name,
        })),
      )
    },
  })

/** For whom an agency posts: a client that entrusted it, or itself. */
export function ClientField() {
  const { t } = useTranslation('hiring')
  const { data: clients = [] } = useClients(useOrganisationId())
  return (
    <ChoiceField
      name="employerId"
      label={t('posting.client')}
      hint={t('posting.clientHint')}
      choices={clients}
      none={t('posting.ourselves')}
    />
  )
}
