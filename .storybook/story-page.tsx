import { PhoneproofProvider } from '@phoneproof/hooks'
import { StrictMode, useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { localeFor } from './locales.ts'
import { switchMedia } from './media-switch.ts'
import { StorySettingsContext } from './story-settings.ts'
import { useStoryStyles } from './story-styles.ts'

interface StoryPageProps {
  globals: Record<string, unknown>
  /** The style sheets of the story. */
  styles: readonly string[]
  /** The text around a story on a docs page stays English, so language and direction stay inside. */
  isInDocs: boolean
  children: ReactNode
}

/** The page around a story, as the toolbars want it. */
export function StoryPage({ globals, styles, isInDocs, children }: StoryPageProps): ReactNode {
  const { brand, colours, motion } = globals
  const theme = useSyncExternalStore(onDocsScheme, docsScheme) || String(globals['theme'])
  const { tag, messages, ...locale } = localeFor(String(globals['locale']))
  const direction =
    globals['direction'] === 'auto' ? locale.direction : String(globals['direction'])
  const seconds = Number(globals['seconds'])
  useStoryStyles(styles)
  useLayoutEffect(() => {
    const page = document.documentElement
    page.style.colorScheme = theme
    page.dataset['brand'] = String(brand)
    page.dataset['colours'] = String(colours)
    if (isInDocs) return
    page.dir = direction
    page.lang = tag
  }, [theme, brand, colours, direction, tag, isInDocs])
  useLayoutEffect(() => switchMedia('forced-colors', colours === 'forced'), [colours])
  useLayoutEffect(() => switchMedia('prefers-reduced-motion', motion === 'reduced'), [motion])
  const settings = useMemo(() => ({ locale: tag, messages, seconds }), [tag, messages, seconds])
  const story = (
    <PhoneproofProvider locale={tag} messages={messages}>
      <StorySettingsContext value={settings}>{children}</StorySettingsContext>
    </PhoneproofProvider>
  )
  return (
    <StrictMode>
      {isInDocs ? (
        <div dir={direction} lang={tag}>
          {story}
        </div>
      ) : (
        story
      )}
    </StrictMode>
  )
}

/** A story in a frame of a docs page hears of no toolbar: it takes the colours of the page around it. */
const docsRoot = window.frameElement?.ownerDocument.documentElement
const docsScheme = (): string => docsRoot?.style.colorScheme ?? ''
function onDocsScheme(onChange: () => void): () => void {
  if (!docsRoot) return () => {}
  const observer = new MutationObserver(onChange)
  observer.observe(docsRoot, { attributes: true, attributeFilter: ['style'] })
  return () => observer.disconnect()
}
