import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { useAmount } from './steps/use-amount.ts'
import { endTone } from './end-tone.ts'

/** Where a case stands, whom it waits for, until when. */
export function StageNow({ of: file }: { of: CaseFile }) {
  const { t } = useTranslation(['cases', 'services'])
  const amountOf = useAmount()
  const { stage, waitsFor, dueOn, overdue, decision, acceptance, amount, mode, round } = file
  return (
    <div className="stage-now">
      <Status tone={endTone(stage.end)}>{nameIn(stage.name)}</Status>
      <span>{t(`waits.${waitsFor}`)}</span>
      {dueOn && !stage.end && <span>{t(overdue ? 'case.wasDue' : 'case.dueOn', { day: day(dueOn) })}</span>}
      {amount && <strong className="amount">{amountOf(amount)}</strong>}
      <span className="quiet">
        {acceptance
          ? t('case.places', { acceptance: nameIn(acceptance.name), decision: nameIn(decision.name) })
          : t('case.place', { decision: nameIn(decision.name) })}
      </span>
      <span className="quiet">{t(`services:mode.${mode}`)}</span>
      {round && <span className="quiet">{t('case.round', { round })}</span>}
    </div>
  )
}
