import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ownPath } from '../../../app/search.ts'
import { Card } from '../../../ui/card.tsx'
import { Page } from '../../../ui/page.tsx'
import { SignInSteps } from './sign-in-steps.tsx'

const route = getRouteApi('/sign-in')

/** Signing in, then back to where one came from. */
export function SignInPage() {
  const { t } = useTranslation('accounts')
  const to = ownPath(route.useSearch().to)
  const { history } = useRouter()
  const back = () => history.push(to)
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <div className="narrow">
        <Card>
          <SignInSteps returnTo={to} onDone={back} onLater={back} />
        </Card>
      </div>
    </Page>
  )
}
