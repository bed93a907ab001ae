import type { ProfileBody } from '@renshu/contracts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useFormState } from '../../../ui/form/form.tsx'
import { Problem } from '../../../ui/form/problem.tsx'

type PastJob = ProfileBody['history'][number]
const NEW: PastJob = { employer: '', title: '', from: null, until: null, text: '' }
const PARTS = ['employer', 'title', 'from', 'until'] as const
const MOST = 20

/** Where one has worked, the latest first. */
export function HistoryField() {
  const { t } = useTranslation(['seeker', 'ui'])
  const { values, set, problems } = useFormState()
  const history = (values['history'] ?? []) as PastJob[]
  const change = (at: number, part: Partial<PastJob>) =>
    set(
      'history',
      history.map((each, index) => (index === at ? { ...each, ...part } : each)),
    )
  return (
    <fieldset className="stack">
      <legend>{t('profile.history')}</legend>
      {history.map((each, at) => (
        <div key={at} className="card stack">
          <PastJobFields value={each} onChange={(part) => change(at, part)} />
          <div>
            <Button
              kind="bare"
              onClick={() =>
                set(
                  'history',
                  history.filter((_, index) => index !== at),
                )
              }
            >
              {t('ui:form.remove')}
            </Button>
          </div>
        </div>
      ))}
      <Problem of={problems['history']} />
      {history.length < MOST && (
        <div>
          <Button name="history" onClick={() => set('history', [...history, NEW])}>
            {t('profile.addHistory')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function PastJobFields({ value, onChange }: { value: PastJob; onChange: (part: Partial<PastJob>) => void }) {
  const { t } = useTranslation('seeker')
  const id = useId()
  return (
    <>
      {PARTS.map((part) => (
        <div key={part} className="field">
          <label htmlFor={`${id}-${part}`}>{t(`past.${part}`)}</label>
          <input
            id={`${id}-${part}`}
            name="history"
            className="input"
            type={part === 'from' || part === 'until' ? 'month' : 'text'}
            value={value[part] ?? ''}
            onChange={(event) =>
              onChange({ [part]: event.target.value || (part === 'from' || part === 'until' ? null : '') })
            }
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('past.text')}</label>
        <textarea
          id={`${id}-text`}
          name="history"
          className="input"
          rows={2}
          value={value.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </div>
    </>
  )
}
