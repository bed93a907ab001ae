import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from '../state/problem-note.tsx'
import { useAttempt } from '../use-attempt.ts'

interface ConfirmProps {
  /** The words of the button and of the dialog's title. */
  action: string
  /** What will happen, and what cannot be undone. */
  children: ReactNode
  danger?: boolean
  /** The words for leaving it, where 取消 could be taken for the action. */
  stay?: string
  onConfirm: () => Promise<unknown>
}

/** A button that asks once more before it does what cannot be undone. */
export function Confirm({ action, children, danger, stay, onConfirm }: ConfirmProps) {
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const { pending, error, attempt } = useAttempt()
  const run = () => attempt(() => onConfirm().then(() => setOpen(false)))
  const kind = danger ? 'danger' : 'plain'
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)}>
        {action}
      </Button>
      {open && (
        <Dialog title={action} onClose={() => setOpen(false)}>
          <div className="stack">
            <div>{children}</div>
            {error && <ProblemNote error={error} />}
            <div className="row">
              <Button kind={danger ? 'danger' : 'primary'} disabled={pending} onClick={() => void run()}>
                {action}
              </Button>
              <Button onClick={() => setOpen(false)}>{stay ?? t('cancel')}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}
