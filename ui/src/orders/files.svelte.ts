// Files at an order: chosen with the native dialog, or by a path in words where there is none.
import { call, kept, newRequestId, type Order } from '../api';
import { chooseOpen, chooseSave, folderOf, type Chosen } from '../kit/files/choose';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

type File = Order['attachments'][number];

const change = (order: Order) =>
  ({ id: order.id, expected_version: order.version, request_id: newRequestId() });

export class Files {
  busy = $state(false);
  /** What is to be done once a path was told in words. */
  asking = $state.raw<{ suggested: string; run: (path: string) => Promise<void> } | undefined>();

  add(order: Order): Promise<void> {
    return this.#at(chooseOpen({ title: t.files.add, filters: [] }), '', async (path) => {
      const { output } = await call('orders.attach', { ...change(order), path });
      kept.write('folder', folderOf(path));
      toasts.say(t.files.added(output.attachments.at(-1)?.name ?? ''));
    });
  }

  save(order: Order, file: File): Promise<void> {
    const suggested = file.name ?? '';
    const place = chooseSave({ title: t.files.saveOne(suggested), suggested, filters: [] });
    return this.#at(place, suggested, async (path) => {
      const target = { order: order.id, attachment: file.attachment, path };
      const done = await call('orders.save_attachment', target);
      const reveal = () => void call('shell.reveal', { path: done.path }).catch(() => undefined);
      toasts.say(t.documents.saved(done.path), { label: t.reports.reveal, run: reveal });
    });
  }

  remove(order: Order, { attachment, name }: File): Promise<void> {
    return this.#try(async () => {
      await call('orders.detach', { ...change(order), attachment });
      toasts.say(t.files.removed(name ?? t.files.erased));
    });
  }

  answer(path: string): void {
    const run = this.asking?.run;
    this.leave();
    if (run) void this.#try(() => run(path));
  }

  leave(): void {
    this.asking = undefined;
  }

  async #at(chosen: Promise<Chosen>, suggested: string, run: (path: string) => Promise<void>) {
    const path = await chosen;
    if (path === 'no dialog') this.asking = { suggested, run };
    else if (path !== undefined) await this.#try(() => run(path));
  }

  async #try(run: () => Promise<void>): Promise<void> {
    this.busy = true;
    await run().catch((cause) => toasts.complain(sentenceOf(cause)));
    this.busy = false;
  }
}
