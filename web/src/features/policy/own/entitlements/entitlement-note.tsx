import type { Entitlement } from '@renshu/contracts'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../../ui/button.tsx'
import { useAmountText } from '../../values/amount.tsx'
import { useEntitlements } from './entitlements.ts'
import type { Owner } from '../owner.ts'

/** Says on a home what may be had without applying; nothing where there is nothing. */
export function EntitlementNote({ owner }: { owner: Owner }) {
  const open = (useEntitlements(owner).data?.items ?? []).filter(({ state }) => state === 'open')
  return open.length > 0 ? (
    <Suspense fallback={null}>
      <Note owner={owner} open={open} />
    </Suspense>
  ) : null
}

function Note({ owner, open }: { owner: Owner; open: readonly Entitlement[] }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const fen = open.reduce((sum, { amount: { unit, value } }) => sum + (unit === 'fen' ? value : 0), 0)
  return (
    <div className="note good row">
      <span>{t('entitlements:own.waiting', { count: open.length, sum: amountText({ unit: 'fen', value: fen }) })}</span>
      {owner.kind === 'person' ? (
        <ButtonLink to="/me/policies/entitlements">{t('entitlements:own.see')}</ButtonLink>
      ) : (
        <ButtonLink to="/desk/$organisationId/policies/entitlements" params={{ organisationId: owner.organisationId }}>
          {t('entitlements:own.see')}
        </ButtonLink>
      )}
    </div>
  )
}
