import type { PolicyPage } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Decider, useDeciders } from './deciders.ts'
import { Calculation } from './calculation.tsx'

const route = getRouteApi('/policies/$key')
/** The register comes only with somebody who acts for an organisation. */
const OrganisationOption = lazy(async () => ({
  default: (await import('./organisation-option.tsx')).OrganisationOption,
}))

/** Whether one is entitled, and to how much: asks what is missing and nothing else. */
export function Calculator({ policy }: { policy: PolicyPage }) {
  const { t } = useTranslation('policy')
  const { for: wanted } = route.useSearch()
  const deciders = useDeciders(policy.subject)
  const decider = deciders.find(({ id }) => id === wanted) ?? deciders[0]!
  return (
    <section className="card stack" id="calculator" tabIndex={-1} aria-labelledby="calculator-title">
      <h2 id="calculator-title">{t('calculator.title')}</h2>
      <ForWhom policy={policy} deciders={deciders} decider={decider} />
      <Calculation key={`${decider.id} ${policy.version}`} policy={policy} decider={decider} />
    </section>
  )
}

interface ForWhomProps {
  policy: PolicyPage
  deciders: readonly Decider[]
  decider: Decider
}

/** Choosing for whom; strangers are told what signing in would spare them. */
function ForWhom({ policy, deciders, decider }: ForWhomProps) {
  const { t } = useTranslation('policy')
  const navigate = useNavigate({ from: '/policies/$key' })
  const id = useId()
  if (deciders.length < 2)
    return (
      <p className="quiet">
        {t('calculator.anonymous')}{' '}
        <Link to="/sign-in" search={{ to: `/policies/${policy.key}` }}>
          {t('calculator.signIn')}
        </Link>
      </p>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{t('calculator.forWhom')}</label>
      <select
        id={id}
        className="input"
        value={decider.id}
        onChange={(event) =>
          void navigate({
            search: (before) => ({ ...before, for: event.target.value }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {deciders.map((each) => (
          <Option key={each.id} of={each} />
        ))}
      </select>
      {decider.keeper === null && <div className="hint">{t('calculator.anonymous')}</div>}
    </div>
  )
}

function Option({ of: { id, keeper } }: { of: Decider }) {
  const { t } = useTranslation('policy')
  if (keeper?.kind === 'organisation')
    return (
      <Suspense fallback={<option value={id}>…</option>}>
        <OrganisationOption id={id} />
      </Suspense>
    )
  return <option value={id}>{t(keeper ? 'calculator.me' : 'calculator.anybody')}</option>
}
