import { cleanTitle, division, isWithin } from '@renshu/codes'
import { plainName, sketchOf } from '@renshu/intake'
import type { Job } from '@renshu/match'
import { letters } from '../screening/likeness.ts'
import { keepSketch } from '../store/alike.ts'
import { canonical, hashOfContent, type JobContent, openingsOf, payMiddle, sha256 } from './content.ts'

/** The district of the first place of work that lies in the city, else that of the organisation. */
export const districtOf = ({ places }: JobContent, city: string, own: string): string => {
  const inside = places.find(({ place }) => isWithin(place, city))?.place.slice(0, 6)
  return inside && division(inside)?.level === 'district' ? inside : own
}

/** What is kept of a content beside itself, to be compared, filtered and counted by. */
export function columnsOf(content: JobContent, engineJob: Job, employerId: string) {
  const { title, description, places, salary, occupation, scope, validUntil } = content
  const said = [letters(title), letters(description), places.map(({ place }) => place).toSorted(), salary]
  return {
    content,
    contentHash: hashOfContent(content, employerId),
    engineJob,
    title,
    occupation: occupation ?? engineJob.occupations[0]?.code ?? null,
    openings: openingsOf(content),
    payMiddle: payMiddle(content),
    scope,
    validUntil,
    textHash: sha256(canonical(said)),
    titleKey: plainName(cleanTitle(title).title).slice(0, 200),
    districts: [...new Set(places.map(({ place }) => place.slice(0, 6)))],
    sketch: keepSketch(sketchOf(description)),
  }
}
