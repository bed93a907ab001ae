import type { Entitlement } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../../ui/button.tsx'
import { yuan } from '../../../../ui/format.ts'
import { useEntitlements } from './entitlements.ts'
import type { Owner } from '../owner.ts'

/** Says on a home what may be had without applying; nothing where there is nothing. */
export function EntitlementNote({ owner }: { owner: Owner }) {
  const open = (useEntitlements(owner).data?.items ?? []).filter(({ state }) => state === 'open')
  return open.length > 0 ? <Note owner={owner} open={open} /> : null
}

function Note({ owner, open }: { owner: Owner; open: readonly Entitlement[] }) {
  const { t } = useTranslation('me')
  const fen = open.reduce((sum, { amount: { unit, value } }) => sum + (unit === 'fen' ? value : 0), 0)
  return (
    <div className="note good row">
      <span>{t('entitled.waiting', { count: open.length, sum: yuan(fen) })}</span>
      {owner.kind === 'person' ? (
        <ButtonLink to="/me/policies/entitlements">{t('entitled.see')}</ButtonLink>
      ) : (
        <ButtonLink to="/desk/$organisationId/policies/entitlements" params={{ organisationId: owner.organisationId }}>
          {t('entitled.see')}
        </ButtonLink>
      )}
    </div>
  )
}
