import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { dayOf } from '../../../ui/format.ts'
import { useOrganisationId } from '../queries.ts'
import { stateOf } from './mandate-state.ts'
import { useMandates } from './use-mandates.ts'

/** On the first page of an agency: clients wait for its answer. Nothing while none does, or it is not known yet. */
export function OfferNote() {
  const { t } = useTranslation('desk')
  const params = { organisationId: useOrganisationId() }
  const { data } = useMandates()
  const today = dayOf(now())
  const count = (data?.received ?? []).filter((mandate) => stateOf(mandate, today) === 'offered').length
  if (!count) return null
  return (
    <div className="note warn row">
      <span>{t('mandates.waiting', { count })}</span>
      <ButtonLink kind="primary" to="/desk/$organisationId/mandates" params={params}>
        {t('mandates.answer')}
      </ButtonLink>
    </div>
  )
}
