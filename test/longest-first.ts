import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longest, the longest first. A fresh clone knows no times and goes by the size of the files: then a
 * small file that takes a minute comes last, and the other processor waits for it.
 */
const LONGEST = [
  'cli/src/verbs/operations/operations.test.ts',
  'cli/src/verbs/import.test.ts',
  'packages/match-runtime/src/batch/batch.test.ts',
  'cli/src/verbs/operations/trial.test.ts',
  'server/test/kill.test.ts',
  'server/test/matrix.test.ts',
  'server/test/fuzz.test.ts',
  'server/src/platform/keys/exchange.test.ts',
  'server/test/visibility.test.ts',
  'server/src/demo/create-demo.test.ts',
  'server/src/platform/backup/backup.test.ts',
  'server/src/modules/cases/campaign.test.ts',
  'server/test/peers.test.ts',
]

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`))
  return place < 0 ? LONGEST.length : place
}

/** The longest files of a project first, the others as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).toSorted((a, b) => placeOf(a) - placeOf(b)),
    )
  }
}
