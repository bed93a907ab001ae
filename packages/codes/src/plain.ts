const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ndash: '-',
  mdash: '-',
  minus: '-',
  middot: '·',
  yen: '¥',
  times: '×',
}

const decodeEntity = (entity: string, name: string): string => {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}

/**
 * The text as the readers want it: HTML entities decoded, full-width forms made half-width, every dash and tilde
 * a hyphen, lower case, spaces collapsed. Only for reading: what is kept and shown is the text as given.
 * @example plain('８千～１．１万') // '8千-1.1万'
 */
export const plain = (text: string): string =>
  text
    .replace(/&(#?\w+);/g, decodeEntity)
    // A full-width comma ends a clause and never groups thousands: the space keeps 3000，500 two figures.
    .replaceAll('，', ', ')
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−﹣~〜∼]+/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim()
