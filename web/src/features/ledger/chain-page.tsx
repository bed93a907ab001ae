import type { LedgerChain } from './chain.ts'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { instant, number } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { PagedFoot } from '../../ui/table/paged-foot.tsx'
import { useChain } from './chain.ts'

type Batch = LedgerChain['batches']['items'][number]

/** How the ledger is sealed, and whether the last verification found it whole. */
export function ChainPage() {
  const { t } = useTranslation('ledger')
  const chain = useChain()
  const columns: Column<Batch>[] = [
    { key: 'number', title: t('chain.number'), cell: ({ number }) => number },
    { key: 'entries', title: t('chain.entries'), align: 'end', cell: ({ entries }) => number(entries) },
    { key: 'sealedAt', short: true, title: t('chain.sealedAt'), cell: ({ sealedAt }) => instant(sealedAt) },
    { key: 'hash', title: t('entries.hash'), cell: ({ hash }) => <code className="small">{hash}</code> },
  ]
  return (
    <Page title={t('chain.title')} lead={t('chain.lead')}>
      <Answer of={chain}>
        {({ head, unsealed, lastVerification, batches, total }) => (
          <>
            <Card>
              <Facts
                of={[
                  [t('chain.head'), head && `${head.number} ${head.hash}`],
                  [t('chain.unsealed'), t('chain.unsealedText', { count: number(unsealed) })],
                  [
                    t('chain.verified'),
                    lastVerification ? (
                      <span className="row">
                        {instant(lastVerification.verifiedAt)}
                        <Status tone={lastVerification.problems ? 'bad' : 'good'}>
                          {lastVerification.problems
                            ? t('chain.problems', { count: number(lastVerification.problems) })
                            : t('chain.whole')}
                        </Status>
                      </span>
                    ) : (
                      t('chain.never')
                    ),
                  ],
                ]}
              />
            </Card>
            <DataTable
              caption={t('chain.title')}
              columns={columns}
              rows={batches}
              rowKey={({ number }) => String(number)}
              foot={<PagedFoot shown={batches.length} total={total} onMore={chain.more} pending={chain.pending} />}
            />
          </>
        )}
      </Answer>
    </Page>
  )
}
