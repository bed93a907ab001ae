import { OPEN_STAGES, type Process } from '@renshu/contracts'

/** Whether a process still goes on. */
export const isOpen = ({ stage }: Pick<Process, 'stage'>): boolean => (OPEN_STAGES as readonly string[]).includes(stage)
