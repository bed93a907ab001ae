import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../../../app/session.ts'
import { Card } from '../../../ui/card.tsx'
import { Page } from '../../../ui/page.tsx'
import { SecondFactor } from './second-factor.tsx'

/** Stands in an officer's room until the second factor has been passed. */
export function SecondFactorPage() {
  const { t } = useTranslation('accounts')
  const signedIn = useSignedIn()
  return (
    <Page title={t('secondFactor.title')} lead={t('secondFactor.lead')}>
      <div className="narrow">
        <Card>
          <SecondFactor onPassed={signedIn} />
        </Card>
      </div>
    </Page>
  )
}
