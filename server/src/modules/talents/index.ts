export { talentsFailures } from '@renshu/contracts'
export { readTalentChanges, type TalentRecord } from './changes.ts'
export { talents } from './routes.ts'
