import type { Entitlement } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Confirm } from '../../../../ui/dialog/confirm.tsx'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { day } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Status } from '../../../../ui/status.tsx'
import { useAmountText, Zh } from '../../values/amount.tsx'
import { Consent } from './consent.tsx'
import { CaseLink, DecisionLink, PolicyLink } from '../links.tsx'
import { ENTITLEMENT_TONE } from './entitlement-tone.ts'
import { own } from '../own.ts'
import { keyOf, type Owner } from '../owner.ts'

interface EntitlementCardProps {
  owner: Owner
  entitlement: Entitlement
}

/** One entitlement: how much and why, and the two answers to it. */
export function EntitlementCard({ owner, entitlement }: EntitlementCardProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const { policy, title, summary, amount, arithmetic, foundOn, lastDay, state, caseId, decisionId } = entitlement
  return (
    <article className="card stack">
      <div className="row spread">
        <h2>
          <PolicyLink owner={owner} policy={policy}>
            {nameIn(title)}
          </PolicyLink>
        </h2>
        <Status tone={ENTITLEMENT_TONE[state]}>{t(`entitlements:entitlement.${state}`)}</Status>
      </div>
      <p>{nameIn(summary)}</p>
      <div>
        <p className="pay large">{amountText(amount)}</p>
        <p className="arithmetic">
          {t('decision.arithmetic')}
          <Zh>{arithmetic}</Zh>
        </p>
      </div>
      <p className="small quiet">
        {t('entitlements:entitlement.found', { day: day(foundOn) })}
        {lastDay && ` · ${t('entitlements:entitlement.until', { day: day(lastDay) })}`}{' '}
        <DecisionLink keeper={owner} decisionId={decisionId}>
          {t('entitlements:entitlement.why')}
        </DecisionLink>
      </p>
      {state === 'open' && <Answers owner={owner} entitlement={entitlement} />}
      {caseId && (
        <div>
          <CaseLink owner={owner} caseId={caseId}>
            {t('entitlements:entitlement.case')}
          </CaseLink>
        </div>
      )}
    </article>
  )
}

function Answers({ owner, entitlement }: EntitlementCardProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const client = useQueryClient()
  // A case that was opened elsewhere meanwhile shows itself too.
  const changed = () => client.invalidateQueries({ queryKey: keyOf(owner).slice(0, -1) })
  const taken = async () => {
    notify(t('entitlements:entitlement.begun'))
    await changed()
  }
  const decline = async () => {
    await own(owner).decline(entitlement.id).finally(changed)
    notify(t('entitlements:entitlement.declinedNote'))
  }
  return (
    <div className="row">
      <DialogButton kind="primary" action={t('entitlements:entitlement.consent')}>
        {() => <Consent owner={owner} entitlement={entitlement} onTaken={taken} />}
      </DialogButton>
      <Confirm action={t('entitlements:entitlement.decline')} danger onConfirm={decline}>
        <p>{t('entitlements:entitlement.declineText')}</p>
      </Confirm>
    </div>
  )
}
