import { type Adam, makeAdam, stepDown } from './adam.ts'
import { addScaled, dot, emptyRows, type Rows, rowOf } from './contrast.ts'
import { foldTitle, hashGrams } from '../../../src/similarity/grams.ts'

/** A title is the normalised sum of the rows of its grams. */
export type Bag = { rowOfHash: ReadonlyMap<number, number>; rows: Rows; adam: Adam; known: Map<string, Uint32Array> }

/** Vectors of a batch of titles and what the way back needs. */
export type Encoded = { vectors: Rows; grams: Uint32Array[]; lengths: Float32Array }

const START_SPREAD = 0.02

export function makeBag(hashes: readonly number[], width: number, random: () => number): Bag {
  const rows = emptyRows(hashes.length, width)
  for (let at = 0; at < rows.data.length; at++) {
    const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    rows.data[at] = START_SPREAD * gauss
  }
  const rowOfHash = new Map(hashes.map((hash, index) => [hash, index]))
  return { rowOfHash, rows, adam: makeAdam(rows), known: new Map() }
}

function gramRows(bag: Bag, title: string): Uint32Array {
  const known = bag.known.get(title)
  if (known) return known
  const found = hashGrams(foldTitle(title)).map((hash) => bag.rowOfHash.get(hash) ?? -1)
  const rows = Uint32Array.from(found.filter((row) => row >= 0))
  bag.known.set(title, rows)
  return rows
}

/** `keep(row)` decides which grams count this time: forgetting some of them makes the rest carry the meaning. */
export function encode(bag: Bag, titles: readonly string[], keep: () => boolean = () => true): Encoded {
  const vectors = emptyRows(titles.length, bag.rows.width)
  const grams = titles.map((title) => gramRows(bag, title).filter(keep))
  const lengths = new Float32Array(titles.length)
  grams.forEach((rows, index) => {
    const vector = rowOf(vectors, index)
    for (const row of rows) addScaled(vector, rowOf(bag.rows, row), 1)
    const length = Math.sqrt(dot(vector, vector)) || 1
    for (let at = 0; at < vector.length; at++) vector[at]! /= length
    lengths[index] = length
  })
  return { vectors, grams, lengths }
}

/** Carries the gradient of encoded vectors back to the rows they were summed from. */
export function collectGradient(bag: Bag, encoded: Encoded, gradient: Rows, into: Map<number, Float32Array>): void {
  encoded.grams.forEach((rows, index) => {
    const slope = rowOf(gradient, index)
    const vector = rowOf(encoded.vectors, index)
    const along = dot(slope, vector)
    const step = slope.map((value, at) => (value - along * vector[at]!) / encoded.lengths[index]!)
    for (const row of rows) {
      let sum = into.get(row)
      if (!sum) into.set(row, (sum = new Float32Array(bag.rows.width)))
      addScaled(sum, step, 1)
    }
  })
}

export const applyGradient = (bag: Bag, gradients: Map<number, Float32Array>, rate: number): void =>
  stepDown(bag.adam, gradients, rate)
