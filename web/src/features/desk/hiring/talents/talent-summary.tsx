import type { TalentCard } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day, monthlyPay } from '../../../../ui/format.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { usePlaceName } from '../../../jobs/place-names.ts'

type Summary = Pick<
  TalentCard,
  'wishes' | 'places' | 'salary' | 'education' | 'years' | 'certificates' | 'skills' | 'ageBand' | 'availableFrom'
>

/** What an employer sees of somebody at a glance. */
export function TalentSummary({ of: talent }: { of: Summary }) {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const placeName = usePlaceName()
  const joined = (names: readonly string[]) => names.join(t('ui:comma'))
  return (
    <Facts
      of={[
        [t('talents.wishes'), joined(talent.wishes.map(({ title }) => title))],
        [t('talents.places'), joined(talent.places.map(({ name }) => placeName(name)))],
        [t('talents.pay'), monthlyPay(talent.salary)],
        [t('talents.education'), talent.education && t(`work:education.${talent.education}`)],
        [t('talents.years'), talent.years === null ? null : t('work:years', { count: talent.years })],
        [t('talents.age'), talent.ageBand && t('talents.ageBand', { band: talent.ageBand })],
        [t('posting.certificates'), joined(talent.certificates.map(({ name }) => name))],
        [t('posting.skills'), joined(talent.skills.slice(0, 12))],
        [t('talents.available'), talent.availableFrom && day(talent.availableFrom)],
      ]}
    />
  )
}
