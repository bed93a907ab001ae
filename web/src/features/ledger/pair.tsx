import type { LedgerEntry } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { instant, number, yuan } from '../../ui/format.ts'
import { useEntry, useKind } from './queries.ts'

/** An entry beside what takes it back, or a reversal beside what it takes back; nothing for one that stands alone. */
export function Pair({ of: entry }: { of: LedgerEntry }) {
  const otherId = entry.reversesId ?? entry.reversedById
  return otherId && <Halves entry={entry} otherId={otherId} />
}

function Halves({ entry, otherId }: { entry: LedgerEntry; otherId: string }) {
  const { t } = useTranslation('ledger')
  const query = useEntry(otherId)
  return (
    <Card title={t('reversal.pair')}>
      <Answer of={query}>
        {(other) => (
          <div className="stack">
            <Half of={entry.reversesId ? other : entry} title={t('reversal.original')} />
            <Half of={entry.reversesId ? entry : other} title={t('entries.reversal')} />
          </div>
        )}
      </Answer>
    </Card>
  )
}

function Half({ of: entry, title }: { of: LedgerEntry; title: string }) {
  const { t } = useTranslation('ledger')
  const { unit, isMoney } = useKind()(entry.kind)
  return (
    <section>
      <h3>{title}</h3>
      <Facts
        of={[
          [t('entries.seq'), entry.seq],
          [t('entries.count'), isMoney ? null : `${number(entry.count)} ${unit}`],
          [t('entries.amount'), entry.amountFen === null ? null : yuan(entry.amountFen)],
          [t('entries.recordedAt'), instant(entry.recordedAt)],
          [t('entries.reason'), entry.reason],
        ]}
      />
    </section>
  )
}
