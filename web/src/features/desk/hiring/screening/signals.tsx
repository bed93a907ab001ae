import type { JobSignal } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { type Mark, MarkedText } from '../../../../ui/text/marked-text.tsx'
import { Status, type Tone } from '../../../../ui/status.tsx'

export const SIGNAL_TONE: Record<JobSignal['weight'], Tone> = { stop: 'bad', look: 'warn', note: 'quiet' }

/** Where in a text of a posting something was found. */
function useMarks(signals: readonly JobSignal[], field: string): Mark[] {
  const { t } = useTranslation('work')
  return signals.flatMap(({ kind, weight, field: where, from, to }) =>
    where === field && from !== null && to !== null
      ? [{ from, to, tone: SIGNAL_TONE[weight], label: t(`signal.${kind}`) }]
      : [],
  )
}

interface SignalTextProps {
  text: string
  field: 'title' | 'description'
  signals: readonly JobSignal[]
}
export const SignalText = ({ text, field, signals }: SignalTextProps) => (
  <MarkedText text={text} marks={useMarks(signals, field)} />
)

/** What was found, how grave it is, and why. */
export function SignalList({ of: signals }: { of: readonly JobSignal[] }) {
  const { t } = useTranslation(['hiring', 'work'])
  return (
    <ul className="plain stack">
      {signals.map(({ kind, weight, found, why, from }, at) => (
        <li key={`${kind} ${from} ${at}`}>
          <div className="row">
            <Status tone={SIGNAL_TONE[weight]}>{t(`work:signal.${kind}`)}</Status>
            <strong>{found}</strong>
            <span className="small quiet">{t(`signals.${weight}`)}</span>
          </div>
          <div className="small">{why}</div>
        </li>
      ))}
    </ul>
  )
}
