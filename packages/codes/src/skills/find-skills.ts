/** A skill named in a text; `start` and `end` are offsets in UTF-16 units, end excluded. */
export type SkillFound = { name: string; start: number; end: number }

export const locateSkills = (_text: string): SkillFound[] => []
export const findSkills = (_text: string): string[] => []
