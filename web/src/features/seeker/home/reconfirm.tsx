import type { Talent } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Button } from '../../../ui/button.tsx'
import { day, dayOf } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { seeker, useMineChanged } from '../queries.ts'

/** Asked this many days before employers stop seeing the profile. */
const BEFORE = 21

/** Whether one is still looking: asked when the time comes, answered by one press. */
export function Reconfirm({ talent: { confirmBy, version } }: { talent: Talent }) {
  const { t } = useTranslation('seeker')
  const changed = useMineChanged()
  const [error, setError] = useState<Error | null>(null)
  const today = dayOf(now())
  if (Date.parse(confirmBy) - Date.parse(today) > BEFORE * 86_400_000) return null
  const confirm = async () => {
    try {
      await seeker.confirm({ body: { version } })
      await changed()
      notify(t('reconfirm.done'))
    } catch (thrown) {
      setError(thrown as Error)
    }
  }
  return (
    <div className="note warn stack">
      <p>{t(confirmBy < today ? 'reconfirm.lapsed' : 'reconfirm.ask', { day: day(confirmBy) })}</p>
      {error && <ProblemNote error={error} />}
      <div>
        <Button kind="primary" onClick={() => void confirm()}>
          {t('reconfirm.yes')}
        </Button>
      </div>
    </div>
  )
}
