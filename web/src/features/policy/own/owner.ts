/** Whose policies: the person's own, or those of an organisation the person may act for. */
export type Owner = { kind: 'person' } | { kind: 'organisation'; organisationId: string }

export const ME: Owner = { kind: 'person' }

/** With whom a decision is kept: with whom it concerns, or with the officer who made it for somebody. */
export type Keeper = Owner | { kind: 'office' }

export const OFFICE: Keeper = { kind: 'office' }

/** The beginning of the keys of a keeper's queries; the desk's own are asked for again with the desk. */
export function keyOf(keeper: Keeper): readonly string[] {
  if (keeper.kind === 'organisation') return ['desk', keeper.organisationId, 'policies']
  return [keeper.kind === 'person' ? 'me' : 'bureau', 'policies']
}
