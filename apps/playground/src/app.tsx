import { PhoneproofProvider } from '@phoneproof/react'
import { useEffect, useState, type ReactNode } from 'react'
import { Handset } from './handset/handset.tsx'
import { usePlayground } from './playground-context.ts'
import { Requests } from './requests/requests.tsx'
import { ScenarioPicker } from './scenario/scenario-picker.tsx'
import { SignUp } from './sign-up/sign-up.tsx'
import { Strip } from './strip/strip.tsx'

type Theme = 'light' | 'dark'

const systemTheme = (): Theme =>
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

export function App(): ReactNode {
  const { client, clock } = usePlayground()
  const [theme, setTheme] = useState(systemTheme)
  const [areRequestsOpen, setRequestsOpen] = useState(false)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  return (
    <PhoneproofProvider client={client} clock={clock}>
      <header className="bar">
        <h1>Phoneproof</h1>
        <p>Phone verification for React, with a simulated phone and a clock you can move.</p>
        <div className="bar-actions">
          <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
            {theme === 'dark' ? 'Light' : 'Dark'} theme
          </button>
          <button
            type="button"
            aria-expanded={areRequestsOpen}
            onClick={() => setRequestsOpen(!areRequestsOpen)}
          >
            Requests
          </button>
        </div>
      </header>
      <main className="stage">
        <div>
          <ScenarioPicker />
          <SignUp />
        </div>
        <Handset />
      </main>
      <Strip />
      {areRequestsOpen && <Requests onClose={() => setRequestsOpen(false)} />}
    </PhoneproofProvider>
  )
}
