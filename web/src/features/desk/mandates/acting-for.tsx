import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { useDeskName } from '../desk-name.tsx'
import { useOrganisationId } from '../queries.ts'
import { agencyFor } from './mandate-state.ts'

/** Says on every page of a client's desk who acts for whom; nothing for the client's own people. */
export function ActingFor() {
  const organisationId = useOrganisationId()
  const { data: me } = useMe()
  const agency = agencyFor(me?.memberships ?? [], organisationId)
  return agency && <Note agency={agency} client={organisationId} />
}

function Note({ agency, client }: { agency: string; client: string }) {
  const { t } = useTranslation('desk')
  return <p className="note">{t('mandates.acting', { agency: useDeskName(agency), client: useDeskName(client) })}</p>
}
