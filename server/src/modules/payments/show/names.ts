import type { Context } from '../../../platform/http/index.ts'
import { personNames } from '../../accounts/index.ts'

/** Names of those who acted, by id. */
export const namesOf = (context: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> =>
  context.asSystem(() =>
    personNames(
      context,
      ids.filter((id) => id !== null),
    ),
  )
