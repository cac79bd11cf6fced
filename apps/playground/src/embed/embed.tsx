import { PhoneproofProvider } from '@phoneproof/react'
import type { ReactNode } from 'react'
import type { HostPage } from '../host-pages/host-pages.ts'
import { useLocaleMessages, usePlayground, useSession, useSettings } from '../playground-context.ts'
import { directionOf } from '../settings/settings.ts'
import { flowOptions } from './flow-options.ts'
import './window.css'

/** A host page in a browser's window, wired to the simulator as the settings say. */
export function Embed({ page }: { page: HostPage }): ReactNode {
  const { clock, recorder } = usePlayground()
  const { id, client, queryClient, storage } = useSession()
  const localeMessages = useLocaleMessages()
  const chosen = useSettings()
  if (!localeMessages) return null
  const { locale, messages } = localeMessages
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
      <div className="window">
        <p className="window-bar" aria-hidden="true">
          <span className="window-address">{page.address}</span>
        </p>
        <div dir={directionOf(settings)}>
          <Component key={id} flow={{ ...flowOptions(settings), storage, onEvent, onTransition }} />
        </div>
      </div>
    </PhoneproofProvider>
  )
}
