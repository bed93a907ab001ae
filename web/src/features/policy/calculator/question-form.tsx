import type { PlainValue, Question } from '@renshu/contracts'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/form/problem.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Zh } from '../values/amount.tsx'
import { readTyped, writeTyped } from '../values/typed.ts'
import { ChooseAnswer } from './choose-answer.tsx'
import type { Calculation } from './use-calculation.ts'

interface QuestionFormProps {
  question: Question
  /** How many are open with this one; null where an answer is being changed. */
  left: number | null
  calculation: Calculation
  onDone: () => void
}

/** One question of a policy: answered by a button where few answers exist, else typed; or passed over. */
export function QuestionForm({ question, left, calculation, onDone }: QuestionFormProps) {
  const { t } = useTranslation('policy')
  const { key, type, name } = question
  const { answer, skip, pending, error } = calculation
  const title = useFocus(calculation.moved || left === null)
  const id = useId()
  const take = (value: PlainValue) => void answer(key, value).then(onDone)
  const chosen = type === 'boolean' || type === 'choice' || type === 'list'
  return (
    <div className="note stack question" role="group" aria-labelledby={id}>
      <div>
        <h3 id={id} ref={title} tabIndex={-1}>
          {nameIn(question.question)}
        </h3>
        <p className="small quiet">
          <Zh>{name}</Zh>
          {left !== null && ` · ${t('calculator.left', { count: left })}`}
        </p>
      </div>
      {chosen ? (
        <ChooseAnswer question={question} value={calculation.facts[key]} pending={pending} onChoose={take} />
      ) : (
        <TypeAnswer question={question} labelledBy={id} calculation={calculation} onAnswer={take} />
      )}
      {error && <ProblemNote error={error} />}
      <div className="row">
        {left === null ? (
          <Button onClick={onDone}>{t('calculator.leave')}</Button>
        ) : (
          <Button kind="bare" onClick={() => skip(key)}>
            {t('calculator.skip')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The next question takes the focus, so that it is read out; the first one of a page does not. */
function useFocus(wanted: boolean) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wanted) title.current?.focus()
    // Only when the question comes, not while it is answered.
  }, [])
  return title
}

interface TypeAnswerProps {
  question: Question
  labelledBy: string
  calculation: Calculation
  onAnswer: (value: PlainValue) => void
}

function TypeAnswer({ question: { key, type, min, max }, labelledBy, calculation, onAnswer }: TypeAnswerProps) {
  const { t } = useTranslation('policy')
  const { typed, facts, write, pending } = calculation
  const [wrong, setWrong] = useState(false)
  const id = useId()
  const text = typed[key] ?? writeTyped(facts[key])
  const kind = type as 'money' | 'ratio' | 'integer' | 'date' | 'months' | 'days'
  const send = () => {
    const value = readTyped(type, text)
    setWrong(value === null)
    if (value !== null) onAnswer(value)
  }
  return (
    <form
      className="row align-end"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="field">
        <input
          className="input"
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'money' || type === 'ratio' ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setWrong(false)
            write(key, event.target.value)
          }}
          aria-labelledby={labelledBy}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={wrong}
        />
        <div id={`${id}-hint`} className="hint">
          {t(`typed.${kind}`)} {min !== null && t('typed.min', { least: String(min) })}{' '}
          {max !== null && t('typed.max', { most: String(max) })}
        </div>
        <Problem id={`${id}-problem`} of={wrong ? t(`wrong.${kind}`) : undefined} />
      </div>
      <Button type="submit" kind="primary" disabled={pending}>
        {t('calculator.next')}
      </Button>
    </form>
  )
}
