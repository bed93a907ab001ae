import type { ServiceDetail } from '@renshu/contracts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useSignedIn } from '../../../app/session.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { DeskName } from '../../desk/desk-name.tsx'
import { type Applicant, applicantOf } from '../own/applicant.ts'
import { useApplicantWays } from '../own/links.tsx'

/** Begins the form: for oneself, for whom one helps, or for an organisation. A form begun before is gone on with. */
export function Start({ of: service }: { of: ServiceDetail }) {
  const { t } = useTranslation('services')
  const modes = service.modes.map(({ mode, name }) => ({ value: mode, label: nameIn(name) }))
  const [mode, setMode] = useState<string>(
    modes.find(({ value }) => value === 'easy')?.value ?? modes[0]?.value ?? 'easy',
  )
  if (service.begins !== 'applicant')
    return (
      <Card title={t('start.title')}>
        <p>{t('start.ownMotion')}</p>
      </Card>
    )
  return (
    <Card title={t('start.title')}>
      <div className="stack">
        <p className="quiet">{t('start.text')}</p>
        {modes.length > 1 && <ChoiceFilter label={t('start.mode')} value={mode} onChange={setMode} choices={modes} />}
        <p className="small quiet">{t(`modeText.${mode as 'easy'}`)}</p>
        {service.applicant !== 'organisation' && <ForPeople service={service} mode={mode} />}
        {service.applicant !== 'person' && <ForOrganisations service={service} mode={mode} />}
      </div>
    </Card>
  )
}

interface ForProps {
  service: ServiceDetail
  mode: string
}

function ForPeople({ service, mode }: ForProps) {
  const { t } = useTranslation('services')
  const helps = (useMe().data?.helps ?? []).filter(({ purposes }) => purposes.includes('cases'))
  return (
    <>
      <StartButton service={service} mode={mode} applicant={applicantOf(null)} primary>
        {t('start.myself')}
      </StartButton>
      {helps.map(({ personId, name }) => (
        <StartButton key={personId} service={service} mode={mode} applicant={applicantOf(null, personId)}>
          {t('start.somebody', { name })}
        </StartButton>
      ))}
    </>
  )
}

function ForOrganisations({ service, mode }: ForProps) {
  const { t } = useTranslation('services')
  const { data: me } = useMe()
  const mine = [
    ...new Set((me?.memberships ?? []).filter(({ role }) => role !== 'viewer').map((each) => each.organisationId)),
  ]
  if (!mine.length)
    return (
      <div className="stack">
        <p>{t(me ? 'start.noOrganisation' : 'start.signInFirst')}</p>
        <div className="row">
          {me ? (
            <ButtonLink to="/desk/new">{t('start.register')}</ButtonLink>
          ) : (
            <ButtonLink kind="primary" to="/sign-in" search={{ to: `/services/${service.key}` }}>
              {t('start.signIn')}
            </ButtonLink>
          )}
        </div>
      </div>
    )
  return (
    <>
      <p>{t('start.whichOrganisation')}</p>
      {mine.map((organisationId) => (
        <StartButton
          key={organisationId}
          service={service}
          mode={mode}
          applicant={applicantOf(organisationId)}
          primary={mine.length === 1}
        >
          <DeskName id={organisationId} />
        </StartButton>
      ))}
    </>
  )
}

interface StartButtonProps extends ForProps {
  applicant: Applicant
  primary?: boolean
  children: ReactNode
}

function StartButton({ service, mode, applicant, primary, children }: StartButtonProps) {
  const { pending, error, attempt } = useAttempt()
  const ways = useApplicantWays()
  const signedIn = useSignedIn()
  const { data: me } = useMe()
  const begin = () =>
    attempt(async () => {
      const draft = await applicant.begin({ service: service.key, mode: mode as 'easy' })
      if (!me) await signedIn()
      await ways.toDraft(applicant, draft.id)
    })
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} disabled={pending} onClick={() => void begin()}>
        {children}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  )
}
