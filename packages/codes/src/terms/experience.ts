export type ExperienceReading = { text: string } & ({ kind: 'years'; min: number; max?: number } | { kind: 'unknown' })

export const readExperience = (text: string): ExperienceReading => ({ text, kind: 'unknown' })
