import type { PolicyPage as OnePolicy } from '@renshu/contracts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Calculator } from '../calculator/calculator.tsx'
import { usePolicy } from '../queries.ts'
import { Conditions, Definitions, Limits, Paid } from './conditions.tsx'
import { Documents } from './documents-list.tsx'
import { FirstFacts } from './first-facts.tsx'
import { PolicyContext } from './meaning.tsx'
import { Parameters } from './parameters.tsx'
import { Versions } from './versions.tsx'

const route = getRouteApi('/policies/$key')

/** A policy: who, how much, until when; then whether one is entitled; then everything it is made of. */
export function PolicyPage() {
  const { t } = useTranslation('policy')
  const { key } = route.useParams()
  const { version } = route.useSearch()
  return (
    <Answer of={usePolicy(key, version)} title={t('library.title')}>
      {(policy) => <Shown policy={policy} old={version !== undefined} />}
    </Answer>
  )
}

function Shown({ policy, old }: { policy: OnePolicy; old: boolean }) {
  const { t } = useTranslation('policy')
  const { key, title, summary, documents, versions, version } = policy
  const used = versions.find(({ hash }) => hash === version)
  return (
    <PolicyContext value={policy}>
      <Page title={nameIn(title)} lead={nameIn(summary)}>
        {old && (
          <p className="note warn">
            {used?.to ? t('version.old', { from: day(used.from), to: day(used.to) }) : t('version.current')}{' '}
            <Link to="/policies/$key" params={{ key }}>
              {t('version.back')}
            </Link>
          </p>
        )}
        <FirstFacts of={policy} old={used?.to !== null && old} />
        {!old && <Calculator policy={policy} />}
        <div className="split">
          <div className="stack">
            <Conditions />
            <Paid />
            <Definitions />
            <Limits />
          </div>
          <div className="stack">
            {documents.length > 0 && (
              <Card title={t('page.documents')}>
                <Documents of={documents} named />
              </Card>
            )}
            <Versions of={policy} />
          </div>
        </div>
        <Parameters />
      </Page>
    </PolicyContext>
  )
}
