import type { Calendar } from '../town/calendar.ts'
import type { Employers } from '../town/employers.ts'
import type { Places } from '../town/places.ts'
import type { TradeMarket } from '../trades/market.ts'

/** Everything that records are drawn from. */
export type Setting = { trades: TradeMarket; places: Places; employers: Employers; calendar: Calendar }
