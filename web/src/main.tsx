import './ui/styles/index.css'
import { interpretSchemas } from '@renshu/contracts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './app/query.ts'
import { followMissingCode } from './app/network/missing-code.ts'
import { router } from './app/router.tsx'
import { followTheme } from './app/theme.ts'
import { startWorker } from './app/network/worker.ts'
import { startTexts } from './i18n/index.ts'

async function start(): Promise<void> {
  interpretSchemas()
  followTheme()
  startWorker()
  followMissingCode()
  await startTexts()
  createRoot(document.querySelector('#root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
