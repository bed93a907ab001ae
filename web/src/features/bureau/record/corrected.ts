interface Correctable {
  name: string
  district: string
  /** The head of the group; null for none. */
  parentId: string | null
}

/** As the form gives it: what was not touched may be missing. */
type Typed = { [K in keyof Correctable]?: Correctable[K] | undefined }

/** What an officer changed against what was read: what another officer corrected meanwhile is left as it is. */
export const correctedOf = (before: Correctable, typed: Typed): Partial<Correctable> => ({
  ...(typed.name !== undefined && typed.name !== before.name && { name: typed.name }),
  ...(typed.district !== undefined && typed.district !== before.district && { district: typed.district }),
  ...(typed.parentId !== undefined && typed.parentId !== before.parentId && { parentId: typed.parentId }),
})
