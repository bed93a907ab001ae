import type { Me } from '@renshu/contracts'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/state/answer.tsx'
import { DeskName } from '../desk/desk-name.tsx'
import { searchDesks } from './search-desks.ts'

const PARTS = ['seen', 'ranked', 'invited'] as const

/** Who recruits is led to the search at the own desk; everybody else is told what it holds and how to get there. */
export function TalentsPage() {
  return <Answer of={useMe()}>{(me) => <Way me={me} desks={searchDesks(me?.memberships ?? [])} />}</Answer>
}

function Way({ me, desks }: { me: Me | null; desks: readonly string[] }) {
  const [only, ...others] = desks
  if (!only) return <About isSignedIn={me !== null} />
  if (others.length) return <Desks of={desks} />
  return <Navigate to="/desk/$organisationId/talents" params={{ organisationId: only }} replace />
}

function Desks({ of: desks }: { of: readonly string[] }) {
  const { t } = useTranslation(['ui', 'site'])
  return (
    <Page title={t('nav.talents')} lead={t('site:talents.forWhom')}>
      <ul className="plain tiles">
        {desks.map((organisationId) => (
          <li key={organisationId}>
            <Link to="/desk/$organisationId/talents" params={{ organisationId }} className="card">
              <strong>
                <DeskName id={organisationId} />
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function About({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation(['ui', 'site'])
  return (
    <Page title={t('nav.talents')} lead={t('site:talents.lead')}>
      <div className="tiles">
        {PARTS.map((part) => (
          <Card key={part} title={t(`site:talents.${part}`)}>
            <p>{t(`site:talents.${part}Text`)}</p>
          </Card>
        ))}
      </div>
      <Card title={t('site:talents.begin')}>
        <p>{t('site:talents.beginText')}</p>
        <div className="row">
          {!isSignedIn && (
            <ButtonLink kind="primary" to="/sign-in" search={{ to: '/talents' }}>
              {t('nav.signIn')}
            </ButtonLink>
          )}
          <ButtonLink kind={isSignedIn ? 'primary' : 'plain'} to="/desk/new">
            {t('site:home.register')}
          </ButtonLink>
        </div>
      </Card>
      <p className="quiet">
        {t('site:talents.ownText')} <Link to="/me/visibility">{t('site:talents.own')}</Link>
      </p>
    </Page>
  )
}
