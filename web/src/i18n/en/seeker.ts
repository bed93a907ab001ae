import type { Same } from '../same.ts'
import type { seeker as zh } from '../zh/seeker.ts'

export const seeker: Same<typeof zh> = {
  title: 'My job search',
}
