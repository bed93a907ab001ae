import type { ServiceDetail } from '@renshu/contracts'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { Skeleton } from '../../../ui/state/skeleton.tsx'
import { StartButton, type StartProps } from './start-button.tsx'

const StartForOrganisation = lazy(() =>
  import('./start-for-organisation.tsx').then((module) => ({ default: module.StartForOrganisation })),
)

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

function ForPeople({ service, mode }: StartProps) {
  const { t } = useTranslation('services')
  const helps = (useMe().data?.helps ?? []).filter(({ purposes }) => purposes.includes('cases'))
  return (
    <>
      <StartButton service={service} mode={mode} primary>
        {t('start.myself')}
      </StartButton>
      {helps.map(({ personId, name }) => (
        <StartButton key={personId} service={service} mode={mode} personId={personId}>
          {t('start.somebody', { name })}
        </StartButton>
      ))}
    </>
  )
}

function ForOrganisations({ service, mode }: StartProps) {
  const { t } = useTranslation('services')
  const { data: me } = useMe()
  if (me)
    return (
      <Suspense fallback={<Skeleton lines={2} />}>
        <StartForOrganisation service={service} mode={mode} />
      </Suspense>
    )
  return (
    <div className="stack">
      <p>{t('start.signInFirst')}</p>
      <div className="row">
        <ButtonLink kind="primary" to="/sign-in" search={{ to: `/services/${service.key}` }}>
          {t('start.signIn')}
        </ButtonLink>
      </div>
    </div>
  )
}
