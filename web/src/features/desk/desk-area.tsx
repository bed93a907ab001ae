import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Area } from '../../app/layout/area.tsx'
import { SignedInOnly } from '../../app/layout/guards.tsx'
import { ActingFor } from './mandates/acting-for.tsx'
import { isOpen, usePurposes } from './mandates/purposes.ts'
import { useOrganisationId, useRecord } from './queries.ts'

const ROOMS = [
  'jobs',
  'processes',
  'talents',
  'held',
  'hiring',
  'policies',
  'cases',
  'appointments',
  'payments',
  'verification',
  'description',
  'licences',
  'practitioners',
  'branches',
  'members',
  'mandates',
  'standing',
] as const

/** Rooms that only agencies have. */
const OF_AGENCIES = new Set<string>(['held', 'licences', 'practitioners'])

export function DeskArea() {
  return (
    <SignedInOnly>
      <Rooms />
    </SignedInOnly>
  )
}

function Rooms() {
  const { t } = useTranslation(['desk', 'ui'])
  const params = { organisationId: useOrganisationId() }
  const { data } = useRecord()
  const agency = data?.kind === 'agency'
  const purposes = usePurposes()
  const rooms = ROOMS.filter((room) => (agency || !OF_AGENCIES.has(room)) && isOpen(room, purposes))
  return (
    <Area
      title={data?.name ?? t('ui:nav.desk')}
      notice={<ActingFor />}
      links={[
        <Link key="home" to="/desk/$organisationId" params={params} activeOptions={{ exact: true }}>
          {t('rooms.home')}
        </Link>,
        ...rooms.map((room) => (
          <Link key={room} to={`/desk/$organisationId/${room}`} params={params}>
            {t(`rooms.${room}`)}
          </Link>
        )),
      ]}
    />
  )
}
