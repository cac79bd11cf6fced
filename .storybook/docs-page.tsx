import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { useEffect, useState, type ReactNode } from 'react'
import { addons } from 'storybook/preview-api'
import { storybookThemes } from './storybook-theme.ts'
import { initialGlobals } from './toolbars.ts'

/** A docs page in the colour scheme that the toolbar asks for. */
export function DocsPage(props: DocsContainerProps & { children?: ReactNode }): ReactNode {
  const [theme, setTheme] = useState(themeOfUrl)
  useEffect(() => {
    keepPage()
    const channel = addons.getChannel()
    const follow = ({ globals }: { globals: Record<string, string> }) =>
      setTheme(globals['theme'] ?? initialGlobals.theme)
    channel.on('globalsUpdated', follow)
    return () => channel.off('globalsUpdated', follow)
  }, [])
  useEffect(() => {
    document.documentElement.style.colorScheme = theme
  }, [theme])
  return (
    <DocsContainer
      {...props}
      theme={theme === 'dark' ? storybookThemes.dark : storybookThemes.light}
    />
  )
}

const themeOfUrl = (): string => {
  const globals = new URLSearchParams(window.location.search).get('globals') ?? ''
  return /theme:(\w+)/.exec(globals)?.[1] ?? initialGlobals.theme
}

/**
 * Storybook mounts a docs page anew for each toolbar, and takes its stories away while they follow the
 * toolbar by themselves: it then gives up and reloads the page, with the toolbars as they were. The
 * page follows by itself too, so it need not be mounted anew.
 */
function keepPage(): void {
  // SAFETY: private to Storybook; where it is missing, the page is mounted anew.
  const preview = Reflect.get(window, '__STORYBOOK_PREVIEW__') as
    | { currentRender?: { rerender?: () => Promise<void> } }
    | undefined
  if (preview?.currentRender) preview.currentRender.rerender = async () => {}
}
