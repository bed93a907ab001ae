import { policyPorts } from './parts.ts'

/** What the modules of the platform take care of, for checking the files of a city against it. */
export interface Answered {
  /** Names of records that a module knows; every other one other authorities have to state. */
  records: ReadonlySet<string>
}

export const answered = (): Answered => ({
  records: new Set(policyPorts.sources.flatMap(({ names }) => [...names.person, ...names.organisation])),
})
