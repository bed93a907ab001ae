/** A certificate or licence a person can hold. */
export type Certificate = {
  /** Stable id: `forklift-n1`, `driving-a2`. */
  code: string
  name: string
  en: string
  /** The regulation or standard that defines it. */
  rule: string
  /** The training or examination that gives it. */
  givenBy: string
  /** Codes of what its holder may do as well by that rule. */
  implies?: string[]
}

export const certificate = (_code: string): Certificate | undefined => undefined
export const certificates = (): readonly Certificate[] => []
export const covers = (held: string, wanted: string): boolean => held === wanted
