import type { Call, hiringRoutes } from '@renshu/contracts'

/** By which way somebody who applies came to a posting. */
export type OwnChannel = NonNullable<Call<typeof hiringRoutes.apply>['body']['channel']>

/** What the address says of it (`?from=`), which outlives a reload; whatever else it says is a search. */
export const channelOf = (from: string | undefined): OwnChannel =>
  from === 'recommendation' ? 'recommendation' : 'search'
