import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import { loadNumberMetadata } from '@phoneproof/hooks'
import kit from '@phoneproof/react/styles.css?inline'
import { DocsPage } from './docs-page.tsx'
import { argTypesOf } from './kit-types/arg-types.ts'
import './preview.css'
import { StoryPage } from './story-page.tsx'
import { initialGlobals, toolbars, viewports } from './toolbars.ts'

/** The style sheets of a story: `styles.css`, unless its `styles` parameter names others. */
const usualStyles: readonly string[] = [kit]

/** `extractArgTypes` is how Storybook asks for the rows of tables and controls; its types keep it quiet. */
const docs = { container: DocsPage, extractArgTypes: argTypesOf }

export default definePreview({
  addons: [addonDocs(), addonA11y()],
  parameters: {
    a11y: { test: 'error' },
    layout: 'centered',
    backgrounds: { disable: true },
    docs,
    viewport: { options: viewports },
    styles: usualStyles,
    options: {
      storySort: {
        order: [
          'Getting started',
          'VerificationFlow',
          'PhoneEntry',
          'CodeInput',
          'PhoneproofProvider',
          'Hooks',
          ['All of them'],
          'Theming',
          'Accessibility',
          'Security',
          'Testing your integration',
        ],
      },
    },
  },
  // A story shows numbers as they are in the end: no picture depends on how soon a chunk arrived.
  loaders: [() => loadNumberMetadata()],
  globalTypes: toolbars,
  initialGlobals,
  decorators: [
    (Story, { globals, parameters, viewMode }) => (
      // SAFETY: the parameter is ours.
      <StoryPage
        globals={globals}
        styles={parameters['styles'] as readonly string[]}
        isInDocs={viewMode === 'docs'}
      >
        <Story />
      </StoryPage>
    ),
  ],
})
