import 'i18next'
import type { accounts } from './zh/accounts.ts'
import type { bureau } from './zh/bureau.ts'
import type { cases } from './zh/cases.ts'
import type { city } from './zh/city.ts'
import type { desk } from './zh/desk.ts'
import type { entitlements } from './zh/entitlements.ts'
import type { hiring } from './zh/hiring.ts'
import type { jobs } from './zh/jobs.ts'
import type { ledger } from './zh/ledger.ts'
import type { market } from './zh/market.ts'
import type { me } from './zh/me.ts'
import type { office } from './zh/office.ts'
import type { payments } from './zh/payments.ts'
import type { policy } from './zh/policy.ts'
import type { registry } from './zh/registry.ts'
import type { seeker } from './zh/seeker.ts'
import type { services } from './zh/services.ts'
import type { site } from './zh/site.ts'
import type { ui } from './zh/ui.ts'
import type { work } from './zh/work.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    returnNull: false
    resources: {
      accounts: typeof accounts
      bureau: typeof bureau
      cases: typeof cases
      city: typeof city
      desk: typeof desk
      entitlements: typeof entitlements
      hiring: typeof hiring
      jobs: typeof jobs
      ledger: typeof ledger
      market: typeof market
      me: typeof me
      office: typeof office
      payments: typeof payments
      policy: typeof policy
      registry: typeof registry
      seeker: typeof seeker
      services: typeof services
      site: typeof site
      ui: typeof ui
      work: typeof work
    }
  }
}
