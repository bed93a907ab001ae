export type { DemoSizes } from './town/town.ts'
export { demoAccounts } from './create-demo.ts'
export { type DemoAccount, demoPhone, type DemoRole } from './people.ts'
export { beginTrial, makeTrialCity } from './trial.ts'
