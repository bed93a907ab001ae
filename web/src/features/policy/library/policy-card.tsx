import type { PolicyCard as Card } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'
import { StaleNotes } from './stale-notes.tsx'

/** A policy in a list: what it is, for whom, how much in words, until when, how fresh. */
export function PolicyCard({ policy }: { policy: Card }) {
  const { t } = useTranslation('policy')
  const { key, title, summary, subject, state, amount, conditions, changedOn, stale, service } = policy
  return (
    <article className="card job-card">
      <h2>
        <Link to="/policies/$key" params={{ key }}>
          {nameIn(title)}
        </Link>
      </h2>
      <p>{nameIn(summary)}</p>
      <p className="pay">
        <Zh>{amount.words}</Zh> {amount.example && <Example />}
      </p>
      <p className="row">
        <Status tone="quiet">{t(`subject.${subject}`)}</Status>
        <PolicyState policy={policy} />
        {service && <Status tone="good">{t('library.service')}</Status>}
      </p>
      <p className="small quiet">
        {t('library.about', { count: conditions, day: day(changedOn) })}
        {state !== 'ended' && ` · ${useUntil(policy)}`}
      </p>
      <StaleNotes of={stale} />
    </article>
  )
}

type Days = Pick<Card, 'state' | 'from' | 'to'>

const STATE_TONE = { inForce: 'good', coming: 'warn', ended: 'quiet' } as const

export function PolicyState({ policy: { state } }: { policy: Days }) {
  const { t } = useTranslation('policy')
  return <Status tone={STATE_TONE[state]}>{t(`state.${state}`)}</Status>
}

/** Until when a policy is in force, in words. */
export function useUntil({ from, to, state }: Days): string {
  const { t } = useTranslation('policy')
  if (state === 'coming') return t('until.coming', { day: day(from) })
  if (!to) return t('until.open', { day: day(from) })
  return t(state === 'ended' ? 'until.ended' : 'until.to', { day: day(to) })
}
