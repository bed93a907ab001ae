import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { KEY, payments } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { ChangeRow } from './change-row.tsx'

/** Corrected accounts that wait for another person. */
export function AccountsPage() {
  const { t } = useTranslation('payments')
  const list = usePages([...KEY, 'changes'], (cursor) => payments.accountChanges({ query: { cursor, limit: 50 } }))
  return (
    <Page title={t('rooms./bureau/payments/accounts')} lead={t('account.lead')}>
      <Tabs />
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <ul className="plain stack">
                {rows.map((change) => (
                  <div key={change.id} className="card" role="presentation">
                    <ChangeRow of={change} />
                    <Link to="/bureau/payments/payables/$payableId" params={{ payableId: change.payableId }}>
                      {t('recovery.payable')}
                    </Link>
                  </div>
                ))}
              </ul>
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </>
          ) : (
            <Empty title={t('account.none')} />
          )
        }
      </Answer>
    </Page>
  )
}
