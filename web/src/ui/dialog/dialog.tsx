import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, type ButtonProps } from '../button.tsx'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** The browser's own modal dialog: it keeps the focus, closes on Escape, and gives the focus back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed before it is taken out of the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button kind="bare" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      {children}
    </dialog>
  )
}

interface DialogButtonProps extends Pick<ButtonProps, 'kind' | 'disabled'> {
  /** The words of the button and of the dialog's title. */
  action: string
  children: (close: () => void) => ReactNode
}

/** A button that opens a dialog, in which what it does is filled in. */
export function DialogButton({ action, children, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} {...button}>
        {action}
      </Button>
      {open && (
        <Dialog title={action} onClose={close}>
          {children(close)}
        </Dialog>
      )}
    </>
  )
}
