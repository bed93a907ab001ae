import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useSuggestions } from '../queries.ts'

const PAUSE = 200

interface JobSearchBoxProps {
  /** What is being asked now. */
  value: string
  onSearch: (text: string) => void
}

/** A whole wish in one box; completions below it, chosen with the arrow keys or a finger. */
export function JobSearchBox({ value, onSearch }: JobSearchBoxProps) {
  const { t } = useTranslation('jobs')
  const id = useId()
  const box = useCompletions(value, onSearch)
  const { text, items, open, at } = box
  return (
    <form
      className="shell-search job-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        box.choose(items[at]?.text ?? text)
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && box.close()}
    >
      <label htmlFor={id} className="unseen">
        {t('search.label')}
      </label>
      <input
        id={id}
        className="input"
        type="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        placeholder={t('search.hint')}
        value={text}
        onChange={(event) => box.type(event.target.value)}
        onKeyDown={box.walk}
      />
      <Button type="submit" kind="primary">
        {t('search.go')}
      </Button>
      <Completions id={id} items={items} at={at} onChoose={box.choose} />
    </form>
  )
}

interface CompletionsProps {
  /** Of the box they belong to. */
  id: string
  items: readonly { text: string; count: number }[]
  at: number
  onChoose: (text: string) => void
}

function Completions({ id, items, at, onChoose }: CompletionsProps) {
  const { t } = useTranslation('jobs')
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label={t('search.suggestions')}
      className="completions"
      hidden={!items.length}
    >
      {items.map((item, index) => (
        <li
          key={item.text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(item.text)
          }}
        >
          <span>{item.text}</span>
          <span className="small quiet">{t('search.count', { count: item.count })}</span>
        </li>
      ))}
    </ul>
  )
}

/** What is typed, what completes it, which of these is marked. */
function useCompletions(value: string, onSearch: (text: string) => void) {
  const [text, setText] = useState(value)
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(-1)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const { data } = useSuggestions(asked)
  const items = asked ? (data ?? []) : []
  const close = () => {
    clearTimeout(timer.current)
    setAsked('')
    setAt(-1)
  }
  const type = (next: string) => {
    setText(next)
    setAt(-1)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAsked(next.trim().slice(0, 40)), PAUSE)
  }
  const choose = (chosen: string) => {
    close()
    setText(chosen.trim())
    onSearch(chosen.trim())
  }
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && items.length) {
      event.preventDefault()
      close()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !items.length) return
    event.preventDefault()
    setAt((before) => Math.min(items.length - 1, Math.max(-1, before + step)))
  }
  return { text, items, open: items.length > 0, at, type, choose, close, walk }
}
