import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { shownValue } from '../values/shown.ts'
import { Zh } from '../values/amount.tsx'
import { Logic } from './logic.tsx'
import { usePolicyShown } from './meaning.tsx'
import { Sourced } from './sourced.tsx'

/** The conditions of the policy, drawn from its data: all of them have to hold. */
export function Conditions() {
  const { t } = useTranslation('policy')
  const { rules, documents } = usePolicyShown()
  return (
    <Card title={t('page.conditions', { count: rules.length })}>
      <p className="quiet">{t('page.conditionsText')}</p>
      <div className="logic whole">
        <p className="joint">{t('logic.all')}</p>
        <ul>
          {rules.map(({ id, text, when, from, to, ...stated }) => (
            <li key={id}>
              <h3>{nameIn(text)}</h3>
              <Sourced {...stated} documents={documents} />
              {(from ?? to) && (
                <p className="small quiet">
                  {t('page.holds', { from: from ? day(from) : '…', to: to ? day(to) : '…' })}
                </p>
              )}
              <Logic of={when} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

/** How the amount is computed: the clause in words, then the formula drawn. */
export function Paid() {
  const { t } = useTranslation('policy')
  const { paid, amount, documents } = usePolicyShown()
  return (
    <Card title={t('page.amount')}>
      <p>
        <Zh>{amount.words}</Zh>
        {t(`period.${paid.period}`)}
      </p>
      <Sourced {...paid} documents={documents} />
      <Logic of={paid.is} />
    </Card>
  )
}

export function Definitions() {
  const { t } = useTranslation('policy')
  const { definitions, documents } = usePolicyShown()
  if (!definitions.length) return null
  return (
    <Card title={t('page.definitions')}>
      <ul className="plain stack">
        {definitions.map(({ name, is, source, clause }) => (
          <li key={name}>
            <h3>
              <Zh>{name}</Zh>
            </h3>
            <Sourced source={source} clause={clause} example={false} documents={documents} />
            <Logic of={is} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What bounds the amount, or refuses by what was paid before. */
export function Limits() {
  const { t } = useTranslation('policy')
  const { limits, documents } = usePolicyShown()
  if (!limits.length) return null
  return (
    <Card title={t('page.limits')}>
      <ul className="plain stack">
        {limits.map(({ id, kind, text, parts, with: others, within, same, ...stated }) => (
          <li key={id}>
            <h3>{nameIn(text)}</h3>
            <p>
              {t(`limit.${kind}`)}
              {within && ` · ${t(`within.${within}`)}`}
            </p>
            <Sourced {...stated} documents={documents} />
            {parts.map(({ name, is }) => (
              <div key={name}>
                <p className="small quiet">{t(`limitPart.${name}`, { defaultValue: name })}</p>
                <Logic of={is} />
              </div>
            ))}
            {others.length > 0 && (
              <p>
                {t('page.with', {
                  names: others.map(({ key, title }) => (title ? nameIn(title) : key)).join(t('comma')),
                })}
              </p>
            )}
            {same.length > 0 && <p>{t('page.same', { names: same.map(shownValue).join(t('comma')) })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
