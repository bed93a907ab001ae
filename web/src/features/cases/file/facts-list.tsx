import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { useShown } from './use-shown.ts'

type Fact = CaseFile['facts'][number]

/** The facts of a case, each with where it is from and since when. */
export const FactsList = ({ of: facts }: { of: readonly Fact[] }) => (
  <Facts of={facts.map((fact) => [nameIn(fact.label), <OneFact key={fact.key} of={fact} />])} />
)

function OneFact({ of: fact }: { of: Fact }) {
  const { t } = useTranslation('cases')
  const { source, on, kept } = fact
  return (
    <>
      {useShown()(fact)} <span className="small quiet">{t(`source.${source}`, { day: day(on) })}</span>
      {kept && (
        <div className="small quiet">
          {t('facts.kept', { against: kept.against ?? t('facts.nothing'), reason: kept.reason })}
        </div>
      )}
    </>
  )
}
