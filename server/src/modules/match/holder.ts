import type { Holder } from '../accounts/index.ts'
import { deleteDismissalsOf, dismissalsOf } from './store.ts'

/** What somebody is not interested in: nothing is counted of it, so it goes with the account. */
export const matchHolder: Holder = {
  module: 'match',
  export: async ({ tx, city }, personId) => ({ 'match.dismissal': await dismissalsOf(tx, city, personId) }),
  erase: ({ tx, city }, personId) => deleteDismissalsOf(tx, city, personId),
}
