import type { ServiceDetail } from '@renshu/contracts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChineseOnly } from '../../../ui/text/chinese-only.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { ServiceDrawing } from '../drawing/service-drawing.tsx'
import { useService } from '../hall/queries.ts'
import { Basis } from './basis.tsx'
import { Clocks } from './clocks.tsx'
import { Conditions } from './conditions.tsx'
import { Papers } from './papers.tsx'
import { Start } from './start.tsx'

const route = getRouteApi('/services/$serviceKey')

/** The guide of a service: what it gives, to whom, what one brings, how long it takes, how it goes. */
export function ServicePage() {
  const { t } = useTranslation('services')
  const { serviceKey } = route.useParams()
  return (
    <Answer of={useService(serviceKey)} title={t('hall.title')}>
      {(service) => (
        <Page title={nameIn(service.title)} lead={nameIn(service.summary)}>
          <ChineseOnly />
          <div className="split">
            <div className="stack">
              {service.policy && <Conditions of={service.policy} />}
              <Papers of={service} />
              <Clocks of={service} />
            </div>
            <div className="stack">
              <Start of={service} />
              <AtAGlance of={service} />
              {service.review && <Review of={service.review} />}
            </div>
          </div>
          <Card title={t('drawing.title')}>
            <ServiceDrawing of={service.drawing} />
          </Card>
          <Documents of={service.documents} />
        </Page>
      )}
    </Answer>
  )
}

function AtAGlance({ of: service }: { of: ServiceDetail }) {
  const { t } = useTranslation(['services', 'ui'])
  const separator = t('ui:comma')
  const officers = service.roles.filter(({ role }) => role !== 'applicant' && role !== 'clock')
  return (
    <Card title={t('guide.glance')}>
      <Facts
        of={[
          [t('guide.applicant'), t(`applicant.${service.applicant}`)],
          [t('guide.outcome'), service.outcomes.map(({ name }) => nameIn(name)).join(separator)],
          [
            t('guide.modes'),
            service.modes.map(({ mode, name }) => <Mode key={mode} name={nameIn(name)} text={t(`modeText.${mode}`)} />),
          ],
          [t('guide.rhythm'), service.recurs && nameIn(service.recurs.text)],
          [t('guide.officers'), officers.map(({ name }) => nameIn(name)).join(separator)],
          [t('guide.public'), service.public.length ? t('guide.publicText') : t('guide.nothingPublic')],
          [t('guide.kept'), t('guide.years', { count: service.retention.years })],
        ]}
      />
    </Card>
  )
}

const Mode = ({ name, text }: { name: string; text: string }) => (
  <p>
    {name} <span className="small quiet">{text}</span>
  </p>
)

function Review({ of: { text, service, basis } }: { of: NonNullable<ServiceDetail['review']> }) {
  const { t } = useTranslation('services')
  return (
    <Card title={t('guide.review')}>
      <p>
        {nameIn(text)} <Basis of={basis} />
      </p>
      {service && (
        <Link to="/services/$serviceKey" params={{ serviceKey: service }}>
          {t('guide.reviewHere')}
        </Link>
      )}
    </Card>
  )
}

/** Where it is written, and how sure the text is. */
function Documents({ of: documents }: { of: ServiceDetail['documents'] }) {
  const { t } = useTranslation('services')
  return (
    <Card title={t('guide.basis')}>
      <ul>
        {documents.map(({ id, title, number, link, published, certainty }) => (
          <li key={id}>
            <span lang="zh-CN">
              {link ? <a href={link}>{title}</a> : title} {number}
            </span>{' '}
            {published}
            {certainty && <span className="small quiet"> {nameIn(certainty)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
