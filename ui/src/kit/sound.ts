// The one sound of the product: a short low tone when something a person did not look at went
// wrong. It can be switched off, and a computer without sound is no fault.
import { kept } from '../api';

const TONE_HZ = 320;
const TONE_S = 0.18;
const LOUDNESS = 0.25;

let audio: AudioContext | undefined;

export const sound = {
  get muted(): boolean {
    return kept.read('muted', false);
  },

  set muted(muted: boolean) {
    kept.write('muted', muted);
  },

  /** Sounds the tone, unless it is switched off. */
  beep(): void {
    if (this.muted) return;
    try {
      audio ??= new AudioContext();
      const tone = new OscillatorNode(audio, { type: 'square', frequency: TONE_HZ });
      tone.connect(new GainNode(audio, { gain: LOUDNESS })).connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + TONE_S);
    } catch {
      audio = undefined;
    }
  },
};
