import type { CaseFile } from '@renshu/contracts'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { useCaseDesk } from './case-desk.ts'
import { useShown } from './use-shown.ts'

type Fact = CaseFile['facts'][number]

/** Comes with an officer. */
const RevealAccount = lazy(async () => ({ default: (await import('../office/reveal-account.tsx')).RevealAccount }))

/** The facts of a case, each with where it is from and since when. */
export const FactsList = ({ of: { id, facts } }: { of: Pick<CaseFile, 'id' | 'facts'> }) => (
  <Facts of={facts.map((fact) => [nameIn(fact.label), <OneFact key={fact.key} caseId={id} of={fact} />])} />
)

function OneFact({ caseId, of: fact }: { caseId: string; of: Fact }) {
  const { t } = useTranslation('cases')
  const { source, on, kept, mayUnmask } = fact
  const desk = useCaseDesk()
  const shown = useShown()(fact)
  return (
    <>
      {mayUnmask && desk.account ? (
        <Suspense fallback={shown}>
          <RevealAccount caseId={caseId} fact={fact} />
        </Suspense>
      ) : (
        shown
      )}{' '}
      <span className="small quiet">{t(`source.${source}`, { day: day(on) })}</span>
      {kept && (
        <div className="small quiet">
          {t('facts.kept', { against: kept.against ?? t('facts.nothing'), reason: kept.reason })}
        </div>
      )}
    </>
  )
}
