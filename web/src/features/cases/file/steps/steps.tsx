import type { CaseChoice, CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Card } from '../../../../ui/card.tsx'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { useCaseDesk } from '../case-desk.ts'
import { StepForm } from './step-form.tsx'

/** What the caller can do now: one button for each step, and why one is not possible. */
export function Steps({ of: file, title }: { of: CaseFile; title: string }) {
  const { t } = useTranslation('cases')
  const { choices } = file
  const { side } = useCaseDesk()
  if (!choices.length) return side === 'office' && !file.stage.end ? <p className="note">{t('steps.none')}</p> : null
  return (
    <Card title={title}>
      <ul className="plain stack">
        {choices.map((choice) => (
          <li key={choice.step}>
            <DialogButton action={nameIn(choice.name)} kind={kindOf(choice)} disabled={isFinal(choice)}>
              {(close) => <StepForm file={file} choice={choice} onDone={close} />}
            </DialogButton>{' '}
            <span className="small quiet">
              {choice.onBehalf && t('steps.onBehalf')}
              {choice.blocked ? nameIn(choice.blocked.text) : t('steps.to', { stage: nameIn(choice.to) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const kindOf = ({ grants, refuses, word }: CaseChoice) =>
  refuses || word === 'withdraw' ? 'danger' : grants || word === 'submit' ? 'primary' : 'plain'

/** Blocked for good; what can be mended in the form opens it. */
const MENDABLE = new Set([
  'cases.reasonNeeded',
  'cases.wordsNeeded',
  'cases.fieldsWrong',
  'cases.papersMissing',
  'cases.factsDiffer',
  'cases.staleFacts',
  'cases.otherDecision',
  'cases.undecided',
])
const isFinal = ({ blocked }: CaseChoice) => blocked !== null && !MENDABLE.has(blocked.code)
