import type { Talent } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { seeker, useMineChanged, useProfile } from '../queries.ts'
import { DetailsForm } from './details-form.tsx'
import { PayStep, PlaceStep, WishStep } from './steps.tsx'

const route = getRouteApi('/me/profile')
const STEPS = ['wish', 'place', 'pay', 'details'] as const
type Step = (typeof STEPS)[number]

/** The profile in three steps, each saved, and then whatever makes the list better. */
export function ProfilePage() {
  const { t } = useTranslation('seeker')
  return (
    <Page title={t('rooms.profile')} lead={t('profile.lead')}>
      <Answer of={useProfile()}>{(talent) => <Steps talent={talent} />}</Answer>
    </Page>
  )
}

function Steps({ talent }: { talent: Talent | null }) {
  const { t } = useTranslation('seeker')
  const { step: asked, job } = route.useSearch()
  const navigate = useNavigate()
  // Without a wish there is no profile to add to.
  const step: Step = (talent && STEPS.find((each) => each === asked)) || 'wish'
  const go = (next: Step) => void navigate({ to: '/me/profile', search: { step: next, ...(job && { job }) } })
  const finish = () =>
    void (job
      ? navigate({ to: '/jobs/$jobId', params: { jobId: job }, search: { apply: 'yes' } })
      : navigate({ to: '/me' }))
  return (
    <>
      <nav aria-label={t('profile.steps')}>
        <ol className="steps">
          {STEPS.map((each) => (
            <li key={each} aria-current={each === step ? 'step' : undefined}>
              {talent || each === 'wish' ? (
                <Link to="/me/profile" search={{ step: each, ...(job && { job }) }}>
                  {t(`profile.step.${each}`)}
                </Link>
              ) : (
                t(`profile.step.${each}`)
              )}
            </li>
          ))}
        </ol>
      </nav>
      {step === 'details' && talent ? (
        <>
          <DetailsForm talent={talent} />
          <Removal />
        </>
      ) : (
        <Card title={t(`profile.step.${step}`)}>
          {step === 'wish' && <WishStep talent={talent} onSaved={() => go('place')} />}
          {step === 'place' && <PlaceStep talent={talent} onSaved={() => go('pay')} />}
          {step === 'pay' && <PayStep talent={talent} onSaved={finish} />}
        </Card>
      )}
    </>
  )
}

function Removal() {
  const { t } = useTranslation('seeker')
  const changed = useMineChanged()
  const remove = async () => {
    await seeker.remove()
    await changed()
    notify(t('profile.removed'))
  }
  return (
    <div>
      <Confirm action={t('profile.remove')} danger onConfirm={remove}>
        {t('profile.removeText')}
      </Confirm>
    </div>
  )
}
