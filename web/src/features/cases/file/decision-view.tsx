import type { CaseDecision } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { Status, type Tone } from '../../../ui/status.tsx'
import { useAmount } from './steps/use-amount.ts'

const OUTCOME: Record<CaseDecision['outcome'], Tone> = {
  granted: 'good',
  refused: 'bad',
  unknown: 'warn',
  notInForce: 'quiet',
}
const RESULT = { pass: 'good', fail: 'bad', unknown: 'warn' } as const

/** What the policy says of the facts: outcome, amount with its arithmetic, each condition with clause and values. */
export function DecisionView({ of: decision }: { of: CaseDecision }) {
  const { t } = useTranslation('cases')
  const { amount, missing, version } = decision
  const amountOf = useAmount()
  return (
    <div className="stack">
      <div className="row">
        <Status tone={OUTCOME[decision.outcome]}>{t(`decision.${decision.outcome}`)}</Status>
        {amount && (
          <strong className="amount">
            {amountOf(amount)}
            {amount.period === 'month' && t('decision.aMonth')}
          </strong>
        )}
        {decision.provisional && <span className="small quiet">{t('decision.provisional')}</span>}
      </div>
      <Facts
        of={[
          [t('decision.arithmetic'), amount?.arithmetic],
          [
            t('decision.policy'),
            <Link
              key="policy"
              to="/policies/$key"
              params={{ key: decision.policy.key }}
              // An earlier text is read as it was.
              search={version.until ? { version: version.hash } : {}}
            >
              {nameIn(decision.policy.title)}
            </Link>,
          ],
          [t('decision.effective'), day(decision.effective)],
          [t('decision.text'), version.until && <EarlierText key="text" of={decision} />],
        ]}
      />
      <Checks of={decision} />
      {missing.length > 0 && (
        <p className="small">
          {t('decision.missing', { facts: missing.map(({ question }) => nameIn(question)).join(' ') })}
        </p>
      )}
    </div>
  )
}

/** By which earlier text it was decided, to be read as it was. */
function EarlierText({ of: { policy, version } }: { of: CaseDecision }) {
  const { t } = useTranslation('cases')
  return (
    <>
      {t('decision.earlierText', { from: day(version.from), until: day(version.until!) })}{' '}
      <Link to="/policies/$key" params={{ key: policy.key }} search={{ version: version.hash }}>
        {t('decision.readText')}
      </Link>
    </>
  )
}

/** Each condition and each limit, with clause and the values it was looked at with. */
function Checks({ of: { conditions, limits } }: { of: CaseDecision }) {
  const { t } = useTranslation('cases')
  return (
    <ul className="plain conditions">
      {conditions.map(({ id, text, clause, result, reads }) => (
        <li key={id}>
          <Status tone={RESULT[result]}>{t(`decision.${result}`)}</Status>
          <div>
            {nameIn(text)}{' '}
            <span className="small quiet" lang="zh-CN">
              {clause}
            </span>
            <div className="small quiet" lang="zh-CN">
              {reads.map(({ name, shown }) => `${name} ${shown ?? t('decision.notKnown')}`).join(t('decision.and'))}
            </div>
          </div>
        </li>
      ))}
      {limits.map(({ id, text, clause, result, took }) => (
        <li key={id}>
          <Status tone={RESULT[result]}>{t('decision.limit')}</Status>
          <div>
            {nameIn(text)}{' '}
            <span className="small quiet" lang="zh-CN">
              {clause}
            </span>
            {took && <div className="small">{t('decision.took', { amount: took })}</div>}
          </div>
        </li>
      ))}
    </ul>
  )
}
