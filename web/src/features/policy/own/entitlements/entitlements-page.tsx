import { useTranslation } from 'react-i18next'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { EntitlementCard } from './entitlement-card.tsx'
import { useEntitlements } from './entitlements.ts'
import { ME, type Owner } from '../owner.ts'
import { Tabs } from '../tabs.tsx'

/** The person's own. */
export const MyEntitlements = () => <EntitlementsPage owner={ME} />

/** What somebody is entitled to without applying: open ones first, each taken up by consent or declined. */
export function EntitlementsPage({ owner }: { owner: Owner }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  return (
    <Page title={t('entitlements:own.room/entitlements')} lead={t('entitlements:entitlement.lead')}>
      <Tabs owner={owner} />
      <Answer of={useEntitlements(owner)}>
        {({ items }) =>
          items.length ? (
            <ul className="plain stack">
              {items
                .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
                .map((entitlement) => (
                  <li key={entitlement.id}>
                    <EntitlementCard owner={owner} entitlement={entitlement} />
                  </li>
                ))}
            </ul>
          ) : (
            <Empty title={t('entitlements:entitlement.none')}>
              <p>{t('entitlements:entitlement.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}
