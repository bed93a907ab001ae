import type { TalentCard } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../../ui/format.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { usePlaceName } from '../../../jobs/place-names.ts'
import { payOfTheRest, useWishText } from '../../../work/wishes.ts'

type Summary = Pick<
  TalentCard,
  'wishes' | 'places' | 'salary' | 'education' | 'years' | 'certificates' | 'skills' | 'ageBand' | 'availableFrom'
>

/** What an employer sees of somebody at a glance. */
export const TalentSummary = ({ of: talent }: { of: Summary }) => <Facts of={useTalentFacts()(talent)} />

/** The same of several people, always in the same order. */
export function useTalentFacts(): (talent: Summary) => readonly (readonly [name: string, value: string | null])[] {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const placeName = usePlaceName()
  const wishText = useWishText()
  const yearsOf = (count: number | null) =>
    count === null ? null : count === 0 ? t('work:noYears') : t('work:years', { count })
  const joined = (names: readonly string[]) => names.join(t('ui:comma'))
  return (talent) => [
    [t('talents.wishes'), wishText(talent.wishes)],
    [t('talents.places'), joined(talent.places.map(({ name }) => placeName(name)))],
    [t('talents.pay'), payOfTheRest(talent)],
    [t('talents.education'), talent.education && t(`work:education.${talent.education}`)],
    [t('talents.years'), yearsOf(talent.years)],
    [t('talents.age'), talent.ageBand && t('talents.ageBand', { band: talent.ageBand })],
    [t('posting.certificates'), joined(talent.certificates.map(({ name }) => name))],
    [t('posting.skills'), joined(talent.skills.slice(0, 12))],
    [t('talents.available'), talent.availableFrom && day(talent.availableFrom)],
  ]
}
