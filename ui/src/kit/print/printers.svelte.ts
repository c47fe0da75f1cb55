// The printers of the system, and the one that is usual here.
import { call, kept } from '../../api';

export class Printers {
  names = $state.raw<readonly string[]>();
  failure = $state.raw<unknown>();
  chosen = $state('');
  copies = $state('1');

  constructor() {
    this.look();
  }

  /** Whether there is one to print on. */
  get any(): boolean {
    return (this.names?.length ?? 0) > 0;
  }

  /** Where it is printed, as a verb takes it; remembers the choice for this installation. */
  printing(): { printer: string | null; copies: number } {
    kept.write('document_printer', this.chosen, 0);
    return { printer: this.chosen || null, copies: Number(this.copies) };
  }

  /** Asks for them, once more after a failure. */
  readonly look = (): void => {
    this.failure = undefined;
    call('documents.printers', {}).then((found) => {
      this.names = found.printers;
      this.chosen = found.usual ?? '';
    }, (cause: unknown) => {
      this.failure = cause;
    });
  };
}
