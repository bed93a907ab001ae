import type { SizeBand } from '@renshu/contracts'
import { apportion } from '../dice.ts'
import { TRADES } from './industries.ts'
import {
  type DemoOrganisation,
  type DemoState,
  makeBase,
  pastSanctions,
  placeInName,
  type Workshop,
} from './organisation.ts'

/** Most firms are small. */
const SIZES: Record<SizeBand, number> = { under20: 46, under100: 33, under500: 15, under1000: 4, over1000: 2 }

/** The employers of a made-up city; districts, sections, sizes and states in the measure of their shares. */
export function makeEmployers(workshop: Workshop, count: number): DemoOrganisation[] {
  const { city, dice, namer } = workshop
  const plan = city.demo.employers
  const districts = dice.shuffled(apportion(count, plan.districts))
  const sections = dice.shuffled(apportion(count, plan.industries))
  const states = dice.shuffled(apportion<DemoState>(count, { ...plan.states, expired: 0 }))
  const sizes = dice.shuffled(apportion(count, SIZES))
  return districts.map((district, at) => {
    const [ending, industry] = dice.oneOf(TRADES[sections[at]!]!)
    const name = namer.company(dice, placeInName(workshop, district), ending)
    const base = makeBase(workshop, 'employer', district, states[at]!, name)
    const employer = { ...base, industry, size: sizes[at]! }
    return { ...employer, sanctions: [...employer.sanctions, ...pastSanctions(workshop, employer)] }
  })
}
