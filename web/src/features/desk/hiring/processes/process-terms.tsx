import { addressOf, hiringRoutes, type ProcessFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { Facts } from '../../../../ui/facts.tsx'
import { day, instant, monthlyPay } from '../../../../ui/format.ts'
import { Status } from '../../../../ui/status.tsx'
import { useOrganisationId } from '../../queries.ts'

/** What was agreed so far: times, offer, start. */
export function ProcessTerms({ of: process }: { of: ProcessFile }) {
  return (
    <>
      {process.slots.length > 0 && <Slots of={process} />}
      {process.offer && <OfferTerms offer={process.offer} />}
      {process.placement && <PlacementTerms placement={process.placement} />}
    </>
  )
}

function Slots({ of: { id, slots } }: { of: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  return (
    <Card title={t('slots.title')}>
      <div className="stack">
        <ul className="plain stack">
          {slots.map((slot) => (
            <li key={slot.id} className="row">
              <span>{t('slots.slot', { at: instant(slot.startsAt), minutes: slot.minutes })}</span>
              <span>{slot.online ? t('slots.onlineAt', { place: slot.place }) : slot.place}</span>
              {slot.mine && <Status tone="good">{t('slots.chosen')}</Status>}
              {slot.taken && <Status tone="quiet">{t('slots.taken')}</Status>}
            </li>
          ))}
        </ul>
        {slots.some(({ mine }) => mine) && (
          <a
            className="button"
            href={addressOf(hiringRoutes.calendar, { params: { organisationId, processId: id } })}
            download
          >
            {t('slots.calendar')}
          </a>
        )}
      </div>
    </Card>
  )
}

export function OfferTerms({ offer: { pay, startOn, answerBy, note } }: { offer: NonNullable<ProcessFile['offer']> }) {
  const { t } = useTranslation('hiring')
  return (
    <Card title={t('offer.title')}>
      <Facts
        of={[
          [t('offer.pay'), monthlyPay({ min: pay, max: pay })],
          [t('offer.startOn'), day(startOn)],
          [t('offer.answerBy'), day(answerBy)],
          [t('jobs.note'), note],
        ]}
      />
    </Card>
  )
}

export function PlacementTerms({ placement }: { placement: NonNullable<ProcessFile['placement']> }) {
  const { t } = useTranslation('hiring')
  const said = (at: string | null) => (at ? instant(at) : t('placement.notYet'))
  return (
    <Card title={t('placement.title')}>
      <Facts
        of={[
          [t('placement.startedOn'), day(placement.startedOn)],
          [t('placement.byEmployer'), said(placement.confirmedByEmployer)],
          [t('placement.byTalent'), said(placement.confirmedByTalent)],
          [t('placement.byOfficer'), placement.confirmedByOfficer && instant(placement.confirmedByOfficer)],
          [t('placement.disputed'), placement.disputed],
          ...placement.followUps.map(
            ({ days, dueOn, answer, answeredBy }) =>
              [
                t('placement.followUp', { days }),
                answer
                  ? `${t(`placement.${answer}`)}${answeredBy === 'agency' ? t('placement.byAgency') : ''}`
                  : t('placement.due', { day: day(dueOn) }),
              ] as const,
          ),
        ]}
      />
    </Card>
  )
}
