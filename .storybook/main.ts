import { defineMain } from '@storybook/react-vite/node'
import tailwindcss from '@tailwindcss/vite'
import remarkGfm from 'remark-gfm'
import { mergeConfig } from 'vite'
import { fromSource } from '../test/support/source-condition.ts'
import { kitTypesPlugin, noKitTypes } from './kit-types/kit-types-plugin.ts'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: [
    './docs/**/*.mdx',
    './theming/*.mdx',
    './theming/*.stories.tsx',
    '../packages/*/src/**/*.mdx',
    '../packages/*/src/**/*.stories.tsx',
  ],
  addons: [
    {
      name: '@storybook/addon-docs',
      // Tables are no part of plain Markdown.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false, menuOnboardingChecklist: false },
  staticDirs: ['./public'],
  // Props tables come from the checker; see kit-types.
  typescript: { reactDocgen: false },
  viteFinal: (config) =>
    mergeConfig(config, {
      ...fromSource,
      plugins: [tailwindcss(), kitTypesPlugin(process.env['VITEST'] ? noKitTypes : undefined)],
      build: {
        // These know light-dark(), which would otherwise become variables that only follow the system.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        // One chunk is Storybook's runtime, not ours to split, and the messages of all languages: 2.0 MB.
        chunkSizeWarningLimit: 2_400,
        // 'use client' means nothing in a page; how long plugins took depends on the machine.
        rolldownOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
      },
    }),
})
