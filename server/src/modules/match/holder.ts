import type { Holder } from '../accounts/index.ts'
import { deleteDismissalsOf, dismissalsOf } from './store.ts'
import { forgetUnpersonalised, unpersonalisedSince } from './unpersonalised.ts'

/** What somebody is not interested in, and whether he wants no personalisation: nothing is counted of it, so it goes with the account. */
export const matchHolder: Holder = {
  module: 'match',
  async export({ tx, city }, personId) {
    const chosenAt = await unpersonalisedSince(tx, city, personId)
    return {
      'match.dismissal': await dismissalsOf(tx, city, personId),
      'match.unpersonalised': chosenAt ? [{ chosenAt }] : [],
    }
  },
  async erase({ tx, city }, personId) {
    await deleteDismissalsOf(tx, city, personId)
    await forgetUnpersonalised(tx, city, personId)
  },
}
