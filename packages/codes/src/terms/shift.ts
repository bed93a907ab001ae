export const SHIFTS = ['day', 'night', 'twoShift', 'threeShift', 'rotating', 'flexible'] as const
export type Shift = (typeof SHIFTS)[number]

export const shiftName = (shift: Shift, _lang: 'zh' | 'en' = 'zh'): string => shift
export const readShifts = (_text: string): Shift[] => []
