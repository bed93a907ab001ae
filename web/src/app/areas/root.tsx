import { createRootRoute } from '@tanstack/react-router'
import { Shell } from '../layout/shell.tsx'
import { Broken } from '../layout/broken.tsx'
import { NotFound } from '../layout/not-found.tsx'

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Broken,
})
