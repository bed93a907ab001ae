import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface PopoverProps {
  /** What the button says to those who cannot see it. */
  label: string
  face: ReactNode
  className?: string
  /** The body opens towards the left: for buttons at the right edge. */
  toLeft?: boolean
  children: ReactNode
}

/** A button that opens a small body below itself; Escape, a choice inside, or a click elsewhere closes it. */
export function Popover({ label, face, className = 'popover-button', toLeft, children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const press = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', key)
    }
  }, [open])
  return (
    <span className={toLeft ? 'popover to-left' : 'popover'} ref={whole}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      <span id={id} hidden={!open} className={open ? 'popover-body' : undefined}>
        {open && children}
      </span>
    </span>
  )
}
