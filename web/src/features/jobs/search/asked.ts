/** What the address of a search may say; the same words as the interface for programs. */
export const ASKED = [
  'q',
  'verbatim',
  'place',
  'km',
  'occupation',
  'pay',
  'education',
  'employment',
  'welfare',
  'days',
  'organisation',
  'remote',
  'sort',
] as const
export type AskedName = (typeof ASKED)[number]
export type Asked = { readonly [K in AskedName]?: string }
/** Filters that stand as chips; the words, their reading and the order do not. */
export const FILTERS = ASKED.filter((name) => name !== 'q' && name !== 'verbatim' && name !== 'sort')
