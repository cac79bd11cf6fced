import type { Page } from '@playwright/test'

/** What a page makes audible, in order, since it was opened. */
export interface Hearing {
  heard: () => Promise<string[]>
  /** The device has loaded its voices: it can speak these languages from now on. */
  loadVoices: (languages: string[]) => Promise<void>
}

interface HeardWindow {
  heard: string[]
  loadVoices: (languages: string[]) => void
}

/**
 * Puts ears into the page, before it is opened: a headless browser has no loudspeaker and no
 * voices. `languages` are those that the device can speak at first.
 */
export async function listen(page: Page, languages: string[]): Promise<Hearing> {
  await page.addInitScript((langs) => {
    const heard: string[] = []
    class HeardSource extends AudioBufferSourceNode {
      override start(): void {
        heard.push(`ring${this.loop ? ' on and on' : ''}`)
        super.start()
      }
      override stop(): void {
        heard.push('ring ends')
        super.stop()
      }
    }
    class HeardContext extends AudioContext {
      override suspend(): Promise<void> {
        heard.push('loudspeaker waits')
        return super.suspend()
      }
    }
    class HeardUtterance {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const asVoice = (lang: string) => ({ lang, localService: true, voiceURI: lang })
    let voices = langs.map(asVoice)
    const events = new EventTarget()
    const speechSynthesis = {
      getVoices: () => voices,
      speak: ({ text, voice }: SpeechSynthesisUtterance) => heard.push(`${voice?.lang}: ${text}`),
      cancel: () => heard.push('voice ends'),
      pause: () => heard.push('voice waits'),
      resume: () => heard.push('voice goes on'),
      addEventListener: events.addEventListener.bind(events),
      removeEventListener: events.removeEventListener.bind(events),
    }
    function loadVoices(next: string[]): void {
      voices = next.map(asVoice)
      events.dispatchEvent(new Event('voiceschanged'))
    }
    Object.assign(window, { heard, loadVoices })
    const stubs = {
      AudioBufferSourceNode: HeardSource,
      AudioContext: HeardContext,
      SpeechSynthesisUtterance: HeardUtterance,
      speechSynthesis,
    }
    for (const [name, value] of Object.entries(stubs)) {
      Object.defineProperty(window, name, { value })
    }
  }, languages)
  return {
    // SAFETY: the script above put both there.
    heard: () => page.evaluate(() => (window as unknown as HeardWindow).heard),
    loadVoices: (next) =>
      // SAFETY: the script above put both there.
      page.evaluate((langs) => (window as unknown as HeardWindow).loadVoices(langs), next),
  }
}
