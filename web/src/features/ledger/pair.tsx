import type { LedgerEntry } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { instant, number, yuan } from '../../ui/format.ts'
import { ledger, useKind } from './queries.ts'

/** Pages of 200 looked through for the other half; an office has fewer entries of one kind on one day. */
const MOST_PAGES = 5

/** The other half of a pair is alike in kind, day, district and organisation; null where it is not among them. */
async function findHalf(entry: LedgerEntry, id: string): Promise<LedgerEntry | null> {
  const { kind, occurredOn, district, organisationId } = entry
  const filter = {
    kind,
    from: occurredOn,
    until: occurredOn,
    ...(district && { district }),
    ...(organisationId && { organisationId }),
  }
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await ledger.entries({ query: { ...filter, cursor, limit: 200 } })
    const found = items.find((each) => each.id === id)
    if (found || !next) return found ?? null
    cursor = next
  }
  return null
}

/** An entry beside what takes it back, or a reversal beside what it takes back; nothing for one that stands alone. */
export function Pair({ of: entry }: { of: LedgerEntry }) {
  const otherId = entry.reversesId ?? entry.reversedById
  return otherId && <Halves entry={entry} otherId={otherId} />
}

function Halves({ entry, otherId }: { entry: LedgerEntry; otherId: string }) {
  const { t } = useTranslation('ledger')
  const query = useQuery({
    queryKey: ['ledger', 'half', entry.id, otherId],
    queryFn: () => findHalf(entry, otherId),
  })
  return (
    <Card title={t('reversal.pair')}>
      <Answer of={query}>
        {(other) =>
          other ? (
            <div className="stack">
              <Half of={entry.reversesId ? other : entry} title={t('reversal.original')} />
              <Half of={entry.reversesId ? entry : other} title={t('entries.reversal')} />
            </div>
          ) : (
            <p>{t('reversal.elsewhere', { id: otherId })}</p>
          )
        }
      </Answer>
    </Card>
  )
}

function Half({ of: entry, title }: { of: LedgerEntry; title: string }) {
  const { t } = useTranslation('ledger')
  const { unit } = useKind()(entry.kind)
  return (
    <section>
      <h3>{title}</h3>
      <Facts
        of={[
          [t('entries.seq'), entry.seq],
          [t('entries.count'), `${number(entry.count)} ${unit}`],
          [t('entries.amount'), entry.amountFen === null ? null : yuan(entry.amountFen)],
          [t('entries.recordedAt'), instant(entry.recordedAt)],
          [t('entries.reason'), entry.reason],
        ]}
      />
    </section>
  )
}
