import type { Same } from '../same.ts'
import type { market as zh } from '../zh/market.ts'

export const market: Same<typeof zh> = { title: 'Market' }
