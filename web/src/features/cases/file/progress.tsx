import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { instant } from '../../../ui/format.ts'
import { Timeline } from '../../../ui/timeline.tsx'

type Event = CaseFile['events'][number]

/** What happened, the latest first: step, when, by whom, why. */
export function Progress({ of: events }: { of: readonly Event[] }) {
  const { t } = useTranslation(['cases', 'services', 'ui'])
  const about = ({ at, role, by, mine, byProxy, stage }: Event) =>
    [
      instant(at),
      mine ? t('events.me') : (by ?? t(`services:role.${role}`)),
      byProxy && t('events.byProxy'),
      t('events.stage', { stage: nameIn(stage) }),
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <Timeline
      of={events.toReversed().map((event) => ({
        id: String(event.n),
        title: nameIn(event.name),
        about: about(event),
        text: <EventText of={event} />,
      }))}
    />
  )
}

function EventText({ of: { reason, outcomes, erased } }: { of: Event }) {
  const { t } = useTranslation(['cases', 'ui'])
  if (erased) return t('events.erased')
  const parts = [
    reason?.text && t('events.reason', { reason: nameIn(reason.text) }),
    reason?.words,
    outcomes.length > 0 && t('events.outcomes', { outcomes: outcomes.map(nameIn).join(t('ui:comma')) }),
  ].filter(Boolean)
  return parts.length ? parts.join('\n') : null
}
