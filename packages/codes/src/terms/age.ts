export type AgeReading = { text: string } & ({ kind: 'range'; min?: number; max?: number } | { kind: 'unknown' })

export const readAge = (text: string): AgeReading => ({ text, kind: 'unknown' })
