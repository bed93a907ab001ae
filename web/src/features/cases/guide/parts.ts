import type { ServiceDetail } from '@renshu/contracts'

export type ServicePaper = ServiceDetail['papers'][number]
export type ServiceClock = ServiceDetail['clocks'][number]
