import type { StandingFact, StandingHistory } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../app/clock.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { DayFilter, Toolbar } from '../../ui/filter/filter.tsx'
import { day, dayOf, instant } from '../../ui/format.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { StandingCard } from './standing-card.tsx'

type History = ReturnType<typeof StandingHistory.parse>
type Fact = ReturnType<typeof StandingFact.parse>

interface StandingOnDayProps {
  /** Begins the key of the answer. */
  of: readonly string[]
  ask: (query: { on?: string; knownAt?: string }) => Promise<History>
}

/** Standing on a chosen day, as known by the end of another, with the facts behind it. */
export function StandingOnDay({ of: key, ask }: StandingOnDayProps) {
  const { t } = useTranslation('registry')
  const [on, setOn] = useState(() => dayOf(now()))
  const [knownOn, setKnownOn] = useState('')
  const asked = { ...(on && { on }), ...(knownOn && { knownAt: `${knownOn}T15:59:59.999Z` }) }
  const query = useQuery({ queryKey: [...key, 'standing', asked], queryFn: () => ask(asked) })
  return (
    <>
      <Toolbar>
        <DayFilter label={t('standing.on')} value={on} onChange={setOn} />
        <DayFilter label={t('standing.knownAt')} value={knownOn} onChange={setKnownOn} />
      </Toolbar>
      <Answer of={query}>
        {({ on, knownAt, standing, facts }) => (
          <>
            <StandingCard standing={standing} title={day(on)} />
            <p className="small quiet">{t('standing.known', { at: instant(knownAt) })}</p>
            <Facts facts={facts} />
          </>
        )}
      </Answer>
    </>
  )
}

/** The module that recorded a fact: the part of its source before the first dot or blank. */
const moduleOf = (source: string) => {
  const module = source.split(/[. ]/)[0]
  return module === 'registry' || module === 'cases' || module === 'trust' ? module : 'other'
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation(['registry', 'ui'])
  const columns: Column<Fact>[] = [
    { key: 'kind', short: true, title: t('standing.facts'), cell: ({ kind }) => t(`standing.factKind.${kind}`) },
    {
      key: 'period',
      title: t('standing.period'),
      cell: ({ fromOn, untilOn }) =>
        t('profile.fromTo', { from: day(fromOn), until: untilOn ? day(untilOn) : t('profile.noEnd') }),
    },
    { key: 'recordedAt', short: true, title: t('standing.recordedAt'), cell: ({ recordedAt }) => instant(recordedAt) },
    { key: 'source', title: t('standing.source'), cell: ({ source }) => t(`standing.sources.${moduleOf(source)}`) },
    {
      key: 'withdrawn',
      title: t('standing.note'),
      cell: ({ withdrawReason }) =>
        withdrawReason === null ? null : t('standing.withdrawn', { reason: withdrawReason }),
    },
  ]
  if (!facts.length) return <p className="quiet">{t('standing.noFacts')}</p>
  return <DataTable caption={t('standing.facts')} columns={columns} rows={facts} rowKey={({ id }) => id} />
}
