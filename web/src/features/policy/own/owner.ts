/** Whose policies: the person's own, or those of an organisation the person may act for. */
export type Owner = { kind: 'person' } | { kind: 'organisation'; organisationId: string }

export const ME: Owner = { kind: 'person' }

/** The beginning of the keys of an owner's queries; the desk's own are asked for again with the desk. */
export const keyOf = (owner: Owner): readonly string[] =>
  owner.kind === 'person' ? ['me', 'policies'] : ['desk', owner.organisationId, 'policies']
