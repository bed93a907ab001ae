import { deskTalentRoutes, officerTalentRoutes, ownTalentRoutes } from './talents/routes.ts'

export { GroupBody, ProfileBody, TalentsQuery } from './talents/bodies.ts'
export { talentsFailures } from './talents/failures.ts'
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
} from './talents/records.ts'
export { GroupClaim } from './talents/routes.ts'

/** Profiles of people who look for work: 求职者. */
export const talentsRoutes = { ...ownTalentRoutes, ...deskTalentRoutes, ...officerTalentRoutes }
