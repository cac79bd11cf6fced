import { createVerifyClient } from '@phoneproof/client'
import { PhoneproofProvider } from '@phoneproof/react'
import { createTestSimulator } from '@phoneproof/simulator/testing'
import { QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

/** A decorator: `decorators: [(Story) => <WithSimulation><Story /></WithSimulation>]`. */
export function WithSimulation({ children }: { children: ReactNode }): ReactNode {
  const [provided] = useState(() => {
    const { clock, fetch } = createTestSimulator()
    const client = createVerifyClient({ baseUrl: '/api/v2', clock, fetch })
    return { clock, client, queryClient: new QueryClient() }
  })
  return <PhoneproofProvider {...provided}>{children}</PhoneproofProvider>
}
