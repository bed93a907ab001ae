import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Page } from '../../ui/page.tsx'
import { MarketWaiting } from './market/market-waiting.tsx'
import { bureau } from './queries.ts'

/** What waits for the officer today. */
export function BureauPage() {
  const { t } = useTranslation(['bureau', 'ui'])
  const query = useQuery({
    queryKey: ['bureau', 'waiting'],
    queryFn: async () => {
      const [verifications, licences, ending] = await Promise.all([
        bureau.verifications({ query: { limit: 1 } }),
        bureau.waitingLicences({ query: { limit: 1 } }),
        bureau.endingLicences({ query: { limit: 1 } }),
      ])
      return { verifications: verifications.total, licences: licences.total, ending: ending.total }
    },
  })
  return (
    <Page title={t('ui:nav.bureau')} lead={t('home.lead')}>
      <Answer of={query}>
        {({ verifications, licences, ending }) => (
          <div className="tiles">
            <Figure
              label={t('home.verifications')}
              value={verifications}
              unit={t('home.cases')}
              definition={t('home.verificationsText')}
              link={<Link to="/bureau/verifications">{t('home.open')}</Link>}
            />
            <Figure
              label={t('home.licences')}
              value={licences}
              unit={t('home.cases')}
              definition={t('home.licencesText')}
              link={<Link to="/bureau/licences">{t('home.open')}</Link>}
            />
            <Figure
              label={t('home.ending')}
              value={ending}
              unit={t('home.cases')}
              definition={t('home.endingText')}
              link={<Link to="/bureau/licences/ending">{t('home.look')}</Link>}
            />
          </div>
        )}
      </Answer>
      <MarketWaiting />
    </Page>
  )
}
