import type { Counter } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useFormState } from '../../../ui/form/form.tsx'
import { Problem } from '../../../ui/form/problem.tsx'

type Hours = ReturnType<typeof Counter.parse>['hours'][number]
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** When a counter is open, day by day. */
export function HoursField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation(['office', 'ui'])
  const { values, set, problems } = useFormState()
  const hours = (values[name] ?? []) as readonly Hours[]
  const change = (at: number, part: Partial<Hours>) =>
    set(
      name,
      hours.map((each, index) => (index === at ? { ...each, ...part } : each)),
    )
  return (
    <fieldset className="stack">
      <legend>{label}</legend>
      {hours.map((each, at) => (
        <Span
          key={at}
          name={name}
          of={each}
          onChange={(part) => change(at, part)}
          onRemove={() =>
            set(
              name,
              hours.filter((_, index) => index !== at),
            )
          }
        />
      ))}
      <div>
        <Button onClick={() => set(name, [...hours, { weekday: 6, from: '09:00', until: '11:30', afterHours: true }])}>
          {t('counters.addHours')}
        </Button>
      </div>
      <Problem of={problems[name]} />
    </fieldset>
  )
}

interface SpanProps {
  name: string
  of: Hours
  onChange: (part: Partial<Hours>) => void
  onRemove: () => void
}

/** One span of a day. */
function Span({ name, of: { weekday, from, until, afterHours }, onChange, onRemove }: SpanProps) {
  const { t } = useTranslation(['office', 'ui'])
  return (
    <div className="row">
      <select
        className="input narrow-input"
        name={name}
        aria-label={t('counters.weekday')}
        value={weekday}
        onChange={(event) => onChange({ weekday: Number(event.target.value) })}
      >
        {DAYS.map((each) => (
          <option key={each} value={each}>
            {t(`weekday.d${each}`)}
          </option>
        ))}
      </select>
      <Time label={t('counters.from')} value={from} onChange={(value) => onChange({ from: value })} />
      <Time label={t('counters.until')} value={until} onChange={(value) => onChange({ until: value })} />
      <label className="check">
        <input
          type="checkbox"
          checked={afterHours}
          onChange={(event) => onChange({ afterHours: event.target.checked })}
        />
        {t('counters.afterHours')}
      </label>
      <Button kind="bare" onClick={onRemove}>
        {t('ui:form.remove')}
      </Button>
    </div>
  )
}

const Time = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <input
    type="time"
    className="input narrow-input"
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)
