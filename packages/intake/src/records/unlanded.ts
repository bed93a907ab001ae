export const readIndustry = (
  text: string,
): { text: string } & ({ kind: 'industry'; codes: string[] } | { kind: 'unknown' }) => ({ text, kind: 'unknown' })
export const readResidentId = (text: string): { text: string; born?: string } => ({ text })
