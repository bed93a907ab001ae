import type { ServiceCard } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { useClockLength } from '../guide/clock-length.ts'

/** A service in the hall: what it is, what it gives, what one brings, how long it takes, how it is done. */
export function ServiceTile({ of: service }: { of: ServiceCard }) {
  const { t } = useTranslation(['services', 'ui'])
  const length = useClockLength()
  const params = { serviceKey: service.key }
  const papers = service.papers.filter(({ record }) => record === null)
  const separator = t('ui:comma')
  return (
    <li className="card service">
      <h3>
        <Link to="/services/$serviceKey" params={params}>
          {nameIn(service.title)}
        </Link>
      </h3>
      <p>{nameIn(service.summary)}</p>
      <Facts
        of={[
          [t('guide.outcome'), service.outcomes.map(({ name }) => nameIn(name)).join(separator)],
          [
            t('guide.papers'),
            papers.length ? papers.map(({ name }) => nameIn(name)).join(separator) : t('guide.noPapers'),
          ],
          [t('guide.limit'), service.clocks.length ? length(longest(service.clocks)) : t('guide.noLimit')],
          [t('guide.modes'), service.modes.map(({ name }) => nameIn(name)).join(separator)],
          [t('guide.rhythm'), service.recurs && nameIn(service.recurs.text)],
        ]}
      />
      <div className="row">
        <ButtonLink
          to="/services/$serviceKey"
          params={params}
          kind="primary"
          aria-label={t('guide.startOf', { service: nameIn(service.title) })}
        >
          {t('guide.look')}
        </ButtonLink>
        {service.policy && (
          <Link to="/policies/$key" params={{ key: service.policy }}>
            {t('guide.policy')}
          </Link>
        )}
      </div>
    </li>
  )
}

/** The clock that decides how long one waits. */
const longest = (clocks: ServiceCard['clocks']) =>
  clocks.find(({ id }) => id === 'deciding') ?? clocks.toSorted((a, b) => b.length - a.length)[0]!
