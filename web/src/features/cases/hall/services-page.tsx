import type { ServiceCard } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProgressSearch } from './progress-search.tsx'
import { useServices } from './queries.ts'
import { ServiceTile } from './service-tile.tsx'
import { isSought, SITUATIONS, situationOf } from './situations.ts'

const WHO = ['person', 'organisation'] as const
const route = getRouteApi('/services')

/** The hall of services: who am I, what can I get, start. */
export function ServicesPage() {
  const { t } = useTranslation('services')
  return (
    <Page
      title={t('hall.title')}
      lead={t('hall.lead')}
      actions={
        <>
          <ButtonLink to="/notices">{t('notices.title')}</ButtonLink>
          <ButtonLink to="/verify">{t('verify.title')}</ButtonLink>
        </>
      }
    >
      <Answer of={useServices()}>{(services) => <Hall services={services} />}</Answer>
      <ProgressSearch />
    </Page>
  )
}

function Hall({ services }: { services: readonly ServiceCard[] }) {
  const { t } = useTranslation('services')
  const search = route.useSearch()
  const { q: _, ...asked } = search
  const navigate = useNavigate({ from: '/services' })
  const found = services.filter((service) => service.begins === 'applicant' && isSought(service, search))
  const ownMotion = services.filter(({ begins }) => begins !== 'applicant')
  return (
    <>
      <Choices services={services} />
      <div className="toolbar">
        <TextFilter
          label={t('hall.search')}
          placeholder={t('hall.searchHint')}
          value={search.q ?? ''}
          onChange={(q) => void navigate({ search: { ...asked, ...(q && { q }) }, replace: true })}
        />
      </div>
      <p role="status" className="quiet">
        {t('hall.found', { count: found.length })}
      </p>
      {found.length ? (
        <ul className="plain service-list">
          {found.map((service) => (
            <ServiceTile key={service.key} of={service} />
          ))}
        </ul>
      ) : (
        <Empty title={t('hall.none')} actions={<ButtonLink to="/services">{t('hall.all')}</ButtonLink>}>
          <p>{t('hall.noneText')}</p>
        </Empty>
      )}
      {ownMotion.length > 0 && (
        <p className="small quiet">
          {t('hall.ownMotion')}
          {ownMotion.map(({ key, title }) => (
            <ServiceName key={key} serviceKey={key} title={title} />
          ))}
        </p>
      )}
    </>
  )
}

function ServiceName({ serviceKey, title }: { serviceKey: string; title: ServiceCard['title'] }) {
  return (
    <Link to="/services/$serviceKey" params={{ serviceKey }} className="inline-link">
      {nameIn(title)}
    </Link>
  )
}

/** The two questions; each choice is an address, so that a list can be sent to somebody. */
function Choices({ services }: { services: readonly ServiceCard[] }) {
  const { t } = useTranslation('services')
  const { who, need, q } = route.useSearch()
  const mine = services.filter((service) => service.begins === 'applicant' && isSought(service, { who }))
  const needs = SITUATIONS.filter((each) => mine.some((service) => situationOf(service) === each))
  return (
    <>
      <nav aria-label={t('hall.who')}>
        <h2 className="question">{t('hall.who')}</h2>
        <ul className="plain tiles">
          {WHO.map((each) => (
            <li key={each}>
              <Choice search={{ q, who: each === who ? undefined : each }} chosen={each === who}>
                <strong>{t(`who.${each}`)}</strong>
                <span className="small quiet">{t(`whoText.${each}`)}</span>
              </Choice>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('hall.need')}>
        <h2 className="question">{t('hall.need')}</h2>
        <ul className="plain tiles">
          {needs.map((each) => (
            <li key={each}>
              <Choice search={{ q, who, need: each === need ? undefined : each }} chosen={each === need}>
                <strong>{t(`need.${each}`)}</strong>
                <span className="small quiet">
                  {t('hall.services', { count: mine.filter((service) => situationOf(service) === each).length })}
                </span>
              </Choice>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

interface ChoiceProps {
  search: { who?: string | undefined; need?: string | undefined; q?: string | undefined }
  chosen: boolean
  children: ReactNode
}

/** Chosen once more it is taken back. */
const Choice = ({ search: { who, need, q }, chosen, children }: ChoiceProps) => (
  <Link
    to="/services"
    search={{ ...(who && { who }), ...(need && { need }), ...(q && { q }) }}
    resetScroll={false}
    activeOptions={{ exact: true, includeSearch: true }}
    className="card choice"
    aria-current={chosen ? 'true' : undefined}
  >
    {children}
  </Link>
)
