import type { PlainValue, Question } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

interface ChooseAnswerProps {
  question: Question
  /** The answer that stands. */
  value: PlainValue | undefined
  pending: boolean
  onChoose: (value: PlainValue) => void
}

/** Yes or no, one of few, several of few: each a button or a box large enough for a thumb. */
export function ChooseAnswer({ question: { type, options }, value, pending, onChoose }: ChooseAnswerProps) {
  const { t } = useTranslation(['policy', 'ui'])
  if (type === 'list')
    return <Several options={options} value={Array.isArray(value) ? value : []} pending={pending} onChoose={onChoose} />
  const choices =
    type === 'boolean'
      ? ([
          [true, t('ui:yes')],
          [false, t('ui:no')],
        ] as const)
      : options.map((option) => [option, option] as const)
  return (
    <div className="row">
      {choices.map(([choice, label]) => (
        <Button
          key={label}
          aria-pressed={value === choice}
          disabled={pending}
          onClick={() => onChoose(choice)}
          {...(type === 'choice' && { lang: 'zh-CN' })}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}

interface SeveralProps {
  options: readonly string[]
  value: readonly string[]
  pending: boolean
  onChoose: (value: PlainValue) => void
}

function Several({ options, value, pending, onChoose }: SeveralProps) {
  const { t } = useTranslation('policy')
  const [chosen, setChosen] = useState(value)
  const toggle = (option: string) =>
    setChosen(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option])
  return (
    <>
      <div className="checks">
        {options.map((option) => (
          <label key={option} className="check" lang="zh-CN">
            <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
            {option}
          </label>
        ))}
      </div>
      <div>
        <Button kind="primary" disabled={pending} onClick={() => onChoose([...chosen])}>
          {t('calculator.next')}
        </Button>
      </div>
    </>
  )
}
