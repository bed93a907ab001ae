import type { JobPage } from '@renshu/contracts'

export type OnePosting = ReturnType<typeof JobPage.parse>
