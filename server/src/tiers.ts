/** Modules from the ground up: one imports only from rows above its own, through `index.ts`. Calls go down, events up. */
export const TIERS: readonly (readonly string[])[] = [
  ['ledger'],
  ['accounts'],
  ['registry'],
  ['trust', 'policy', 'payments', 'parks'],
  ['jobs', 'talents', 'training', 'insurance', 'labour'],
  ['match'],
  ['hiring', 'gig', 'fairs', 'market', 'assess', 'trade', 'cases'],
  ['stats'],
]
