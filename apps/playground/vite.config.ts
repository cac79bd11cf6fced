import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vite'
import { fromSource } from '../../test/support/source-condition.ts'

export default defineConfig(({ command }) => ({
  // Relative, so that the build works under any path of any static server.
  base: './',
  plugins: [react(), msw({ mode: 'worker-only' })],
  // The build, and so the end-to-end tests, use the packages as they are published.
  ...(command === 'serve' ? { resolve: fromSource.resolve } : {}),
}))
