import type { ProcessFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { Fold } from '../../ui/fold.tsx'
import { monthlyPay } from '../../ui/format.ts'
import { usePlaceName } from '../jobs/place-names.ts'

type Said = NonNullable<ProcessFile['appliedTo']>

/** What the posting said when somebody applied; what it says otherwise now is marked. */
export function AppliedTo({ process: { appliedTo } }: { process: ProcessFile }) {
  const { t } = useTranslation('work')
  return appliedTo && <Terms of={appliedTo} title={t('appliedTo.own')} />
}

function Terms({ of: said, title }: { of: Said; title: string }) {
  return (
    <Fold title={title}>
      <Facts of={useTerms(said)} />
    </Fold>
  )
}

function useTerms({ changed, ...said }: Said): readonly Fact[] {
  const { t } = useTranslation(['work', 'ui'])
  const placeName = usePlaceName()
  const named = (term: Said['changed'][number], name: string) =>
    changed.includes(term) ? t('appliedTo.changed', { name }) : name
  const joined = (names: readonly string[]) => names.join(t('ui:comma'))
  return [
    [named('title', t('appliedTo.title')), said.title],
    [named('salary', t('appliedTo.pay')), monthlyPay(said.salary)],
    [
      named('places', t('appliedTo.places')),
      <ul key="places" className="plain">
        {said.places.map(({ place, name, address }) => (
          <li key={`${place} ${address}`}>
            {placeName(name)} {address}
          </li>
        ))}
      </ul>,
    ],
    [named('employment', t('appliedTo.employment')), joined(said.employment.map((each) => t(`employment.${each}`)))],
    [named('shifts', t('appliedTo.shifts')), joined(said.shifts.map((each) => t(`shift.${each}`)))],
    [t('appliedTo.education'), said.education && t(`education.${said.education}`)],
    [t('appliedTo.years'), said.years === null ? null : t('years', { count: said.years })],
    [t('appliedTo.welfare'), joined(said.welfare.map(({ name }) => name))],
    [
      t('appliedTo.description'),
      <p key="description" className="as-written">
        {said.description}
      </p>,
    ],
  ]
}
