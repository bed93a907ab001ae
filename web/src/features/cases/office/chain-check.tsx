import type { CaseFile } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { instant } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { office } from './queries.ts'

type Chain = Awaited<ReturnType<typeof office.chain>>

/** Whether the history is as it was written, and tells what the lists show. */
export function ChainCheck({ of: { id } }: { of: CaseFile }) {
  const { t } = useTranslation('office')
  const [chain, setChain] = useState<Chain | null>(null)
  const { pending, error, attempt } = useAttempt()
  return (
    <div className="stack">
      <div>
        <Button
          disabled={pending}
          onClick={() => void attempt(async () => setChain(await office.chain({ params: { caseId: id } })))}
        >
          {t('chain.check')}
        </Button>
      </div>
      <div role="status">{chain && <Found of={chain} />}</div>
      {error && <ProblemNote error={error} />}
    </div>
  )
}

function Found({ of: { whole, events, head, broken, told, at } }: { of: Chain }) {
  const { t } = useTranslation('office')
  return (
    <div className={whole && told ? 'note good' : 'note bad'}>
      <p>
        {broken
          ? t('chain.broken', { n: broken.n, what: t(`chain.what.${broken.what}`) })
          : t('chain.whole', { count: events, at: instant(at) })}
      </p>
      {!told && <p>{t('chain.notTold')}</p>}
      {head && (
        <p className="small quiet">
          <code>{head}</code>
        </p>
      )}
    </div>
  )
}
