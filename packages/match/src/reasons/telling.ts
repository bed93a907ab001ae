import type { Reason } from './index.ts'
import type { ReasonKey } from './values.ts'

/**
 * Said of a pair where a side said nothing, or where nothing follows for anybody: true and part of the sum, no reason
 * to take a job or a person. The words that two texts share are among them: they are told by rarity, not by meaning.
 */
const FILLERS: ReadonlySet<ReasonKey> = new Set<ReasonKey>([
  'occupation.unknown',
  'skills.jobUnknown',
  'skills.talentUnknown',
  'text.shared',
  'text.none',
  'text.unknown',
  'salary.jobUnknown',
  'salary.talentUnknown',
  'place.jobUnknown',
  'place.talentUnknown',
  'experience.jobUnknown',
  'experience.talentUnknown',
  'recency.known',
  'recency.unknown',
  'education.talentUnknown',
  'employment.unknown',
  'availability.unknown',
  'age.unknown',
])

/** Whether a reason tells people something of the pair: both sides said it, and it was compared. */
export const isTelling = ({ key }: Pick<Reason, 'key'>): boolean => !FILLERS.has(key)
