import 'i18next'
import type { accounts } from './zh/accounts.ts'
import type { bureau } from './zh/bureau.ts'
import type { city } from './zh/city.ts'
import type { desk } from './zh/desk.ts'
import type { ledger } from './zh/ledger.ts'
import type { me } from './zh/me.ts'
import type { registry } from './zh/registry.ts'
import type { site } from './zh/site.ts'
import type { ui } from './zh/ui.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    returnNull: false
    resources: {
      accounts: typeof accounts
      bureau: typeof bureau
      city: typeof city
      desk: typeof desk
      ledger: typeof ledger
      me: typeof me
      registry: typeof registry
      site: typeof site
      ui: typeof ui
    }
  }
}
