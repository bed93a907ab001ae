import type { ServiceDrawing } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Status } from '../../../ui/status.tsx'
import { useClockLength } from '../guide/clock-length.ts'

interface StepListProps {
  of: ServiceDrawing
  current: string | undefined
}

/** What the drawing shows, in words: each stage with its clock, who takes which step, and where it leads. */
export function StepList({ of: { nodes, lines }, current }: StepListProps) {
  const { t } = useTranslation('services')
  const length = useClockLength()
  const ordered = nodes.toSorted((a, b) => a.column - b.column || a.row - b.row)
  const nameOf = (id: string) => nameIn(nodes.find((node) => node.id === id)!.label)
  return (
    <ol className="step-list">
      {ordered.map(({ id, label, clock, end }) => (
        <li key={id} aria-current={id === current ? 'step' : undefined}>
          <strong>{nameIn(label)}</strong>{' '}
          {clock && (
            <span className="small quiet">
              {t('drawing.clock', { name: nameIn(clock.label), length: length(clock) })}
            </span>
          )}
          {end && <Status tone={end === 'done' ? 'good' : 'quiet'}>{t(`end.${end}`)}</Status>}
          <ul>
            {lines
              .filter(({ from }) => from === id)
              .map((line) => (
                <li key={line.id}>
                  <span className="step-number">{lines.indexOf(line) + 1}</span>{' '}
                  {t('drawing.step', { who: t(`role.${line.role}`), step: nameIn(line.label), to: nameOf(line.to) })}
                  {line.fourEyes && <span className="small quiet"> {t('drawing.fourEyes')}</span>}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
