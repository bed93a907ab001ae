import type { Same } from '../same.ts'
import type { jobs as zh } from '../zh/jobs.ts'

export const jobs: Same<typeof zh> = {
  title: 'Find work',
}
