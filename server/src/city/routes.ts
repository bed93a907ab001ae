import { BUSINESS_TYPES, type BusinessType, businessTypeName } from '@renshu/codes'
import { cityRoutes, type CityProfile, platformFailures } from '@renshu/contracts'
import { dayOf } from '../platform/clock.ts'
import { AppError } from '../platform/errors.ts'
import { type Context, moduleOf } from '../platform/http/index.ts'
import type { City } from './city.ts'
import { demoOf } from './demo-mark.ts'
import { parametersOn } from './parameter.ts'

const ENGLISH: Record<BusinessType, string> = {
  recruiting: 'Recruiting and placement',
  guidance: 'Career and start-up guidance',
  agency: 'Personnel and social-security agency',
  training: 'Training',
  assessment: 'Talent assessment',
  dispatch: 'Labour dispatch',
  outsourcing: 'HR outsourcing',
  executiveSearch: 'Executive search',
  consulting: 'HR management consulting',
  information: 'HR software and information services',
}

function cityOf({ cities, city }: Context): City {
  const found = cities.get(city)
  if (!found) throw new AppError(platformFailures.notFound)
  return found
}

const profileOf = ({ code, name, province, bureau, hotline, districts }: City, demo: boolean): CityProfile => ({
  code,
  name,
  province,
  bureau,
  hotline,
  districts,
  businessTypes: BUSINESS_TYPES.map((type) => ({
    code: type,
    name: { zh: businessTypeName(type), en: ENGLISH[type] },
  })),
  demo,
})

export const city = moduleOf('city', cityRoutes, {
  cities: async (_, { cities }) => ({ items: [...cities.values()].map(({ code, name }) => ({ code, name })) }),
  profile: async (_, context) => profileOf(cityOf(context), (await demoOf(context.tx)) !== undefined),
  async parameters({ query }, context) {
    const on = query.on ?? dayOf(context.now())
    const items = parametersOn(cityOf(context), on).map(({ parameter: { id, name, unit }, value: dated }) => {
      const { value, from, until = null, source = null } = dated
      return { id, name, unit, value, from, until, source }
    })
    return { on, items }
  },
})
