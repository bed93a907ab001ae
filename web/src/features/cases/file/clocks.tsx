import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { Basis } from '../guide/basis.tsx'
import { useClockLength } from '../guide/clock-length.ts'

type Clock = CaseFile['clocks'][number]

/** Each clock of the case: its last day, what is left, whether it stands still and since when. */
export function Clocks({ of: clocks }: { of: readonly Clock[] }) {
  const { t } = useTranslation('cases')
  if (!clocks.length) return null
  return (
    <Card title={t('clocks.title')}>
      <ul className="plain stack">
        {clocks.map((clock) => (
          <OneClock key={clock.id} of={clock} />
        ))}
      </ul>
    </Card>
  )
}

function OneClock({ of: clock }: { of: Clock }) {
  const { t } = useTranslation(['cases', 'services'])
  const length = useClockLength()
  const { name, used, dueOn, running, overdue, spans } = clock
  const left = used === null ? null : clock.length - used
  const last = spans.at(-1)
  return (
    <li className="stack-tight">
      <div className="row">
        <strong>{nameIn(name)}</strong>
        <span>{length(clock)}</span>
        {overdue ? (
          <Status tone="bad">{t('clocks.overdue')}</Status>
        ) : (
          <Status tone={running ? 'warn' : 'quiet'}>{t(running ? 'clocks.running' : 'clocks.paused')}</Status>
        )}
      </div>
      <div>
        {dueOn && running && t('clocks.dueOn', { day: day(dueOn) })}
        {left !== null &&
          !overdue &&
          running &&
          ` ${t('clocks.left', { length: length({ length: left, unit: clock.unit }) })}`}
        {left === null && t('clocks.notAnnounced')}
        {!running &&
          last?.to &&
          t('clocks.stands', { day: day(last.to), length: length({ length: used ?? 0, unit: clock.unit }) })}
      </div>
      <Basis of={clock.basis} />
    </li>
  )
}
