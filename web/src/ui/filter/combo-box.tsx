import { type InputHTMLAttributes, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

const PAUSE = 200

/** What is asked for: the text typed last, once typing pauses; null where no list is wanted. */
export function useAsked() {
  const [asked, setAsked] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = (text: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAsked(text.trim().slice(0, 40)), PAUSE)
  }
  const close = () => {
    clearTimeout(timer.current)
    setAsked(null)
  }
  return { asked, ask, close }
}

interface ComboBoxProps<T> {
  /** Attributes of the input besides those of a combobox. */
  input: InputHTMLAttributes<HTMLInputElement> & { id: string }
  text: string
  onText: (text: string) => void
  /** What completes the text, the nearest first. */
  items: readonly T[]
  /** What the list is called. */
  label: string
  onPick: (item: T) => void
  /** The list is no longer wanted. */
  onClose: () => void
  children: (item: T) => ReactNode
}

/** A text with completions below it, chosen with the arrow keys or a finger; the text may stay as it is typed. */
export function ComboBox<T>({ input, text, onText, items, label, onPick, onClose, children }: ComboBoxProps<T>) {
  const { id } = input
  const { at, setAt, walk } = useMark(items, onPick, onClose)
  return (
    <div className="combo-box" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}>
      <input
        type="search"
        className="input"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={items[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        {...input}
        value={text}
        onChange={(event) => {
          setAt(-1)
          onText(event.target.value)
        }}
        onKeyDown={walk}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="completions" hidden={!items.length}>
        {items.map((item, index) => (
          <li
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={index === at ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
            // The input keeps the focus: a finger that scrolls the list chooses nothing.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setAt(-1)
              onPick(item)
            }}
          >
            {children(item)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Which completion is marked: arrow keys move the mark, Enter takes it, Escape ends the list. */
function useMark<T>(items: readonly T[], onPick: (item: T) => void, onClose: () => void) {
  const [at, setAt] = useState(-1)
  const walk = (event: KeyboardEvent) => {
    // While an input method composes characters its keys are its own.
    if (!items.length || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const marked = event.key === 'Enter' ? items[at] : undefined
    if (step) setAt((before) => Math.min(items.length - 1, Math.max(-1, before + step)))
    else if (event.key === 'Escape') onClose()
    else if (marked) onPick(marked)
    else return
    event.preventDefault()
    if (!step) setAt(-1)
  }
  return { at, setAt, walk }
}
