import type { DecidedAgain, OpenedDecision } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { ChineseOnly } from '../../../ui/text/chinese-only.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { day, instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Status } from '../../../ui/status.tsx'
import { Shown, useAmountText } from '../values/amount.tsx'
import { DecisionView } from './decision-view.tsx'

/** From whose side a kept decision is opened. */
interface Keeping {
  /** Begins the keys of what is read. */
  key: readonly unknown[]
  decision: (decisionId: string) => Promise<OpenedDecision>
  again: (decisionId: string) => Promise<DecidedAgain>
  /** The way to the policy as it is now. */
  policyLink: (policy: string, text: string) => ReactNode
}

interface KeptPageProps {
  keeping: Keeping
  decisionId: string
}

/** A kept decision as it was, and the same decided again. */
export function KeptPage({ keeping, decisionId }: KeptPageProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const query = useQuery({
    queryKey: [...keeping.key, 'decision', decisionId],
    queryFn: () => keeping.decision(decisionId),
  })
  return (
    <Answer of={query} title={t('entitlements:own.room/decisions')}>
      {(opened) => <Opened keeping={keeping} opened={opened} />}
    </Answer>
  )
}

function Opened({ keeping, opened }: { keeping: Keeping; opened: OpenedDecision }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const { id, policy, title, at, by, outdated, decision } = opened
  return (
    <Page
      title={nameIn(title)}
      lead={t('entitlements:kept.about', { at: instant(at), by: t(`entitlements:by.${by}`) })}
      actions={keeping.policyLink(policy, t('entitlements:kept.policy'))}
    >
      {outdated && <p className="note warn">{t('entitlements:kept.outdatedText')}</p>}
      <ChineseOnly />
      <Again keeping={keeping} decisionId={id} />
      <Card title={t('entitlements:kept.facts')}>
        <Facts
          of={decision.facts.map(({ question, shown, from, on, statedBy }) => [
            nameIn(question),
            shown === null ? (
              <span className="quiet">{t('check.notKnown')}</span>
            ) : (
              <>
                <Shown of={shown} />{' '}
                <span className="small quiet">
                  {from === 'record'
                    ? t('known.record', { by: statedBy ?? t('known.platform'), day: on ? day(on) : '-' })
                    : t('known.given')}
                </span>
              </>
            ),
          ])}
        />
      </Card>
      <Card>
        <DecisionView of={decision} />
      </Card>
    </Page>
  )
}

/** Decides again from what was stored: by the version of then the fen must be the same. */
function Again({ keeping, decisionId }: KeptPageProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const [asked, setAsked] = useState(false)
  const query = useQuery({
    queryKey: [...keeping.key, 'decision', decisionId, 'again'],
    queryFn: () => keeping.again(decisionId),
    enabled: asked,
  })
  return (
    <Card title={t('entitlements:again.title')}>
      {asked ? (
        <Answer of={query}>{(again) => <Agreement of={again} />}</Answer>
      ) : (
        <div className="row">
          <span>{t('entitlements:again.text')}</span>
          <Button onClick={() => setAsked(true)}>{t('entitlements:again.action')}</Button>
        </div>
      )}
    </Card>
  )
}

function Agreement({ of: { agrees, before, again, current } }: { of: DecidedAgain }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const said = ({ outcome, amount }: Pick<DecidedAgain['again'], 'outcome'> & { amount: typeof before.amount }) =>
    [t(`outcome.${outcome}`), amount && outcome !== 'refused' ? amountText(amount) : ''].filter(Boolean).join(' ')
  return (
    <div className="stack" role="status">
      <div>
        <Status tone={agrees ? 'good' : 'bad'}>
          {t(agrees ? 'entitlements:again.agrees' : 'entitlements:again.differs')}
        </Status>
      </div>
      <Facts
        of={[
          [t('entitlements:again.before'), said(before)],
          [t('entitlements:again.now'), said(again)],
          [t('entitlements:again.current'), current ? said(current) : t('entitlements:again.same')],
        ]}
      />
    </div>
  )
}
