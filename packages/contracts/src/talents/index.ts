import { deskTalentRoutes, officerTalentRoutes, ownTalentRoutes } from './routes.ts'

export { GroupBody, ProfileBody, TalentsQuery } from './bodies.ts'
export { talentsFailures } from './failures.ts'
export {
  CvReading,
  HeldTalent,
  Look,
  SpecialGroup,
  Talent,
  TalentCard,
  TalentPage,
  TalentPair,
  Visibility,
} from './records.ts'
export { GroupClaim } from './routes.ts'

/** Profiles of people who look for work: 求职者. */
export const talentsRoutes = { ...ownTalentRoutes, ...deskTalentRoutes, ...officerTalentRoutes }
