import { PhoneproofProvider } from '@phoneproof/react'
import type { ReactNode } from 'react'
import { usePlayground, useSession, useSettings, useWords } from '../playground-context.ts'
import { directionOf } from '../settings/settings.ts'
import type { Page } from '../surroundings/pages.ts'
import { flowOptions } from './flow-options.ts'

/** A page of a product, wired to the simulation as the settings say. */
export function Embed({ page }: { page: Page }): ReactNode {
  const { clock, recorder } = usePlayground()
  const { id, client, queryClient, storage } = useSession()
  const words = useWords()
  const chosen = useSettings()
  if (!words) return null
  const { locale, messages } = words
  const settings = { ...chosen, locale }
  const { onEvent, onTransition } = recorder
  const { component: Component } = page
  return (
    <PhoneproofProvider
      client={client}
      clock={clock}
      queryClient={queryClient}
      locale={locale}
      messages={messages}
    >
      <div dir={directionOf(settings)}>
        <Component key={id} flow={{ ...flowOptions(settings), storage, onEvent, onTransition }} />
      </div>
    </PhoneproofProvider>
  )
}
